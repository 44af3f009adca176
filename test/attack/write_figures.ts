import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { addUp, attackMonthly, attackOne, type Figures } from "./figures.ts";
import { MONTHLY, PROGRAMMES } from "./programmes.ts";

/** Attacks every programme and writes `bench/attack.json`: node --import tsx test/attack/write_figures.ts */
const started = process.cpuUsage().user;
const programmes: Figures[] = [];
for (const at of PROGRAMMES.keys()) {
  programmes.push(await attackOne(at));
  console.info(at, JSON.stringify(programmes.at(-1)));
}
const monthly: Figures[] = [];
for (const programme of MONTHLY) {
  monthly.push(await attackMonthly(programme));
  console.info("monthly", JSON.stringify(monthly.at(-1)));
}
const figures = {
  once: addUp(programmes),
  monthly: addUp(monthly),
  seconds: Math.round((process.cpuUsage().user - started) / 1e6),
  programmes: programmes.map(({ cells, protected: secrets, exact, cornered, tightest, alarms }) =>
    [cells, secrets, exact, cornered, tightest, alarms].join(" "),
  ),
};
const path = fileURLToPath(new URL("../../bench/attack.json", import.meta.url));
writeFileSync(path, `${JSON.stringify(figures, null, 2)}\n`);
