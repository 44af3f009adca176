import type { Release } from "../../src/publish/read_release.ts";
import { TABLES, type Table } from "../../src/publish/schema.ts";

/** Numbers that are never hidden, since they are no counts of people. */
const DECLARED = ["step_order", "time", "target", "phase", "risk_group", "imputations"];

/**
 * The same release with every number hidden. Whatever number a page still shows when it is drawn from this is of no person: a
 * definition, a threshold, a date, a time, a count of clinics.
 */
export function blankRelease(release: Release): Release {
  const blanked = Object.entries(TABLES).map(([name, table]) => [
    name,
    hideAll(table as Table<object>, release[name as keyof typeof TABLES]),
  ]);
  const hide = <Entry extends object>(entries: readonly Entry[]): readonly Entry[] =>
    entries.map((entry) =>
      Object.fromEntries(
        Object.entries(entry).map(([name, value]) => [name, typeof value === "number" ? null : value]),
      ),
    ) as unknown as readonly Entry[];
  const { manifest } = release;
  const inputs = hide(manifest.inputs) as typeof manifest.inputs;
  const rules = hide(manifest.rules) as typeof manifest.rules;
  return { ...release, ...Object.fromEntries(blanked), manifest: { ...manifest, inputs, rules } };
}

function hideAll({ columns }: Table<object>, rows: readonly object[]): object[] {
  const numbers = columns.filter(
    ({ name, type }) => !["text", "day"].includes(type) && !DECLARED.includes(name),
  );
  const nothing = Object.fromEntries(numbers.map(({ name }) => [name, null]));
  return rows.map((row) => ({ ...row, ...nothing, ...("status" in row ? { status: "suppressed" } : {}) }));
}
