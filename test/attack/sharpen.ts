import loader, { type Highs } from "highs";
import type { Bounds, Knowledge } from "./knowledge.ts";

const highs = await (loader as unknown as () => Promise<Highs>)();

/** The bounds of some unknowns when all sums are used at once: two linear programs for each, over a model of the attacker's own. */
export function sharpen(knowledge: Knowledge, unknowns: readonly string[]): Map<string, Bounds> {
  const names = [...new Set(knowledge.sums.flatMap(({ whole, parts }) => [whole, ...parts]))];
  const column = new Map(names.map((name, place) => [name, place]));
  const at = (name: string) => column.get(name) ?? -1;
  const entries = knowledge.sums.flatMap(({ whole, parts }, row) => [
    { row, column: at(whole), value: -1 },
    ...parts.map((part) => ({ row, column: at(part), value: 1 })),
  ]);
  const starts = knowledge.sums.map((_, row) => entries.findIndex((entry) => entry.row === row));
  return highs.withModel({ format: "lp", data: "Minimize\n obj: x\nEnd" }, (model) => {
    model.options.set({ output_flag: false, presolve: "off", simplex_strategy: 4 });
    model.passModel({
      numCols: names.length,
      numRows: knowledge.sums.length,
      colCost: names.map(() => 0),
      colLower: names.map((name) => knowledge.of(name).lo),
      colUpper: names.map((name) => knowledge.of(name).hi),
      rowLower: knowledge.sums.map(() => 0),
      rowUpper: knowledge.sums.map(() => 0),
      matrix: {
        format: "csr",
        numRows: knowledge.sums.length,
        numCols: names.length,
        starts: [...starts, entries.length],
        indices: entries.map((entry) => entry.column),
        values: entries.map(({ value }) => value),
      },
    });
    const extreme = (name: string, cost: 1 | -1) => {
      model.changeColCost(at(name), cost);
      model.run();
      const value = model.getSolution().colValue[at(name)] ?? Number.NaN;
      model.changeColCost(at(name), 0);
      return value;
    };
    return new Map(
      unknowns
        .filter((name) => column.has(name))
        .map((name) => [
          name,
          { lo: Math.ceil(extreme(name, 1) - 1e-6), hi: Math.floor(extreme(name, -1) + 1e-6) },
        ]),
    );
  });
}
