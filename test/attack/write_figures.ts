import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { addUp, attackMonthly, attackOne, type Figures } from "./figures.ts";
import { measureGrowth } from "./gate_growth.ts";
import { CORRECTED, DIVIDED, MONTHLY, PROGRAMMES } from "./programmes.ts";

/** Attacks every programme and writes what the methods page tells of it: node --import tsx test/attack/write_figures.ts */
async function attackAll<Item>(what: string, all: Iterable<Item>, one: (item: Item) => Promise<Figures>) {
  const found: Figures[] = [];
  for (const item of all) {
    found.push(await one(item));
    console.info(what, found.length, JSON.stringify(found.at(-1)));
  }
  return { what, ...addUp(found) };
}

const growth = measureGrowth();
const attacks = [
  await attackAll("once", PROGRAMMES.keys(), (at) => attackOne(at)),
  await attackAll("known", PROGRAMMES.keys(), (at) => attackOne(at, { knowing: at % 7 })),
  await attackAll("monthly", MONTHLY, (programme) => attackMonthly(programme)),
  await attackAll("known_months", MONTHLY, (programme) => attackMonthly(programme, { knowing: 3 })),
  await attackAll("divided", DIVIDED, (programme) => attackMonthly(programme)),
  await attackAll("corrected", CORRECTED, (programme) => attackMonthly(programme)),
];
const figures = {
  date: new Date().toISOString().slice(0, 10),
  minutes: Math.round(process.cpuUsage().user / 60e6),
  attacks,
  growth,
};
const path = fileURLToPath(new URL("../../reports/components/attack.json", import.meta.url));
writeFileSync(path, `${JSON.stringify(figures, null, 2)}\n`);
