import { numbersIn, type Published, type Row, read } from "./published.ts";
import type { Drawable } from "./scan_drawings.ts";
import type { Triple } from "./triple.ts";

/** Names under which a row tells a result with its ends. */
const RESULTS: readonly (readonly [value: string, lower: string, upper: string])[] = [
  ["value", "lower", "upper"],
  ["observed_value", "observed_lower", "observed_upper"],
  ["mean", "lower", "upper"],
  ["share", "lower", "upper"],
  ["adjusted", "adjusted_lower", "adjusted_upper"],
  ["steadied", "steadied_lower", "steadied_upper"],
];

/** Results that are drawn alone. */
const ALONE = ["follow_up", "mean_if_unchanged"];

/** Everything that drawings may rest on: released rows, and what the manifest declares. */
export function drawable({ tables, manifest }: Published): Drawable {
  const rows = [...tables.values()].flat();
  const declared = numbersIn([manifest.benchmarks, manifest.caseload_norms]);
  return {
    values: [0, 1, ...declared, ...rows.flatMap((row) => Object.values(row).flatMap(read))],
    triples: [
      ...rows.flatMap(triplesOf),
      ...manifest.quality.fixes.flatMap(({ now, after }) => [now, after]),
    ],
  };
}

function triplesOf(row: Row): Triple[] {
  const of = (name: string) => read(row[name])[0];
  return [
    {},
    ...RESULTS.map(([value, lower, upper]) => ({ value: of(value), lower: of(lower), upper: of(upper) })),
    ...ALONE.map((name) => ({ value: of(name) })),
    { lower: of("value"), upper: of("highest_possible") },
  ];
}
