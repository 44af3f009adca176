import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { addUp, attackMonthly, attackOne, type Figures } from "./figures.ts";
import { MONTHLY, PROGRAMMES } from "./programmes.ts";

/** Attacks every programme and writes what the methods page tells of it: node --import tsx test/attack/write_figures.ts */
const once: Figures[] = [];
for (const at of PROGRAMMES.keys()) {
  once.push(await attackOne(at));
  console.info(at, JSON.stringify(once.at(-1)));
}
const monthly: Figures[] = [];
for (const programme of MONTHLY) {
  monthly.push(await attackMonthly(programme));
  console.info("monthly", JSON.stringify(monthly.at(-1)));
}
const figures = {
  date: new Date().toISOString().slice(0, 10),
  minutes: Math.round(process.cpuUsage().user / 60e6),
  attacks: [
    { what: "once", ...addUp(once) },
    { what: "monthly", ...addUp(monthly) },
  ],
};
const path = fileURLToPath(new URL("../../reports/components/attack.json", import.meta.url));
writeFileSync(path, `${JSON.stringify(figures, null, 2)}\n`);
