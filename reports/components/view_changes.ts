import { type Change, changeOf } from "./changes.ts";
import { headlineSubjects } from "./committee_signals.ts";
import { maker } from "./elements.ts";
import { day, percent } from "./formats.ts";
import type { Release, View } from "./release.ts";
import { CHANGE_STRINGS as words } from "./strings_changes.ts";
import { table } from "./table.ts";

/** What changed since the last release of this edition: every headline's movement, split into its parts, in figures and in words. */
export const changes: View = ({ document, release, earlier = [] }) => {
  const h = maker(document);
  const last = earlier.at(-1);
  const subjects = headlineSubjects(release);
  const found = last ? subjects.flatMap((subject) => changeOf(last, release, subject) ?? []) : [];
  return h(
    "section",
    { class: "changes", "aria-labelledby": "changes" },
    h("h2", { id: "changes" }, words.title),
    !last || found.length === 0
      ? h("p", { class: "absent" }, words.first)
      : [
          h("p", { class: "muted" }, words.lead(day(last.manifest.as_of))),
          notes(last, release).map((note) => h("p", { class: "note-line" }, note)),
          movements(document, found),
        ],
  );
};

/** What of the release as a whole has changed. */
function notes({ manifest: before }: Release, { manifest: now }: Release): string[] {
  const ruled = ({ policy: { id, version, hide_at_most, round_to } }: Release["manifest"]) =>
    JSON.stringify([id, version, hide_at_most, round_to]);
  return [
    ruled(before) === ruled(now) ? "" : words.policy,
    before.software.version === now.software.version
      ? ""
      : words.software(before.software.version, now.software.version),
  ].filter(Boolean);
}

function movements(document: Document, rows: readonly Change[]): Element {
  const h = maker(document);
  const { columns, caption } = words;
  const part = (row: Change, name: "late" | "care") =>
    row.parts ? inPoints(row.parts[name]) : words.unsplit;
  return table(document, {
    caption,
    hideCaption: true,
    stack: true,
    columns: [
      {
        label: columns.measure,
        header: true,
        cell: (row) => [
          h("a", { href: `measures/${row.subject.measure.id}.html` }, row.subject.measure.title),
          h("span", { class: "sentence" }, inWords(row)),
        ],
      },
      {
        label: columns.before,
        number: true,
        cell: ({ before }) => percent(before.value, before.denominator),
      },
      { label: columns.now, number: true, cell: ({ now }) => percent(now.value, now.denominator) },
      { label: columns.late, number: true, cell: (row) => part(row, "late") },
      { label: columns.care, number: true, cell: (row) => part(row, "care") },
      {
        label: columns.rule,
        number: true,
        cell: ({ isRuleChanged }) => (isRuleChanged ? words.unsplit : words.none),
      },
    ],
    rows,
  });
}

/** A movement in a sentence, from the same figures as its row. */
export function inWords({ moved, parts, isRuleChanged }: Change): string {
  const { said } = words;
  if (isRuleChanged) return said.rule(spoken(moved));
  if (isNothing(moved) && (!parts || (isNothing(parts.late) && isNothing(parts.care)))) return said.same;
  if (!parts) return said.hidden(spoken(moved));
  if (isNothing(parts.late)) return said.care(spoken(moved));
  if (isNothing(parts.care)) return said.late(spoken(moved));
  return said.both(spoken(moved), spoken(parts.late), spoken(parts.care));
}

const tenths = (share: number): number => Math.round(1000 * share) / 10;
const isNothing = (share: number): boolean => tenths(share) === 0;

const spoken = (share: number): string => words.points(Math.abs(tenths(share)).toFixed(1), share > 0);

/** A share as points with their sign: `+0.4`, `−1.2`, `0.0`. */
export function inPoints(share: number): string {
  const points = tenths(share);
  const sign = points > 0 ? "+" : points < 0 ? "−" : "";
  return `${sign}${Math.abs(points).toFixed(1)}`;
}
