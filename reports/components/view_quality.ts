import { twinOf } from "./chart_frame.ts";
import { type Child, type Make, maker } from "./elements.ts";
import { count } from "./formats.ts";
import { intervalStrip } from "./interval_strip.ts";
import { verdictMark } from "./quality_mark.ts";
import type { Manifest, Release, View } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { QUALITY_STRINGS } from "./strings_quality.ts";
import { table } from "./table.ts";

const { fixes: fixWords, ...words } = QUALITY_STRINGS;

type Quality = Manifest["quality"];
type Finding = Quality["measures"][number]["findings"][number];
type Fix = Quality["fixes"][number];

/** The verdict on every measure, worst first, with what is beyond a limit; then the limits. */
export const quality: View = ({ document, release }) => {
  const h = maker(document);
  const { measures, rules } = release.manifest.quality;
  if (measures.length === 0) return h("p", { class: "absent" }, words.none);
  const inOrder = VERDICTS.flatMap((verdict) => measures.filter((one) => one.verdict === verdict));
  const number = (verdict: (typeof VERDICTS)[number]) =>
    count(measures.filter((one) => one.verdict === verdict).length);
  return h(
    "div",
    { class: "quality" },
    h("p", { class: "finding" }, words.said(number("fit"), number("caution"), number("not_fit"))),
    table(document, {
      caption: words.caption,
      hideCaption: true,
      columns: [
        {
          label: words.measure,
          header: true,
          cell: ({ measure }) => h("a", { href: `measures/${measure}.html` }, titleOf(release, measure)),
        },
        { label: words.verdictLabel, cell: ({ verdict }) => verdictMark(document, verdict) },
        { label: words.why, cell: ({ findings }) => why(h, release, findings) },
      ],
      rows: inOrder,
    }),
    limits(document, rules),
  );
};

const VERDICTS = ["not_fit", "caution", "fit"] as const;

const titleOf = ({ manifest }: Release, id: string): string =>
  manifest.measures.find((measure) => measure.id === id)?.title ?? id;

function why(h: Make, release: Release, findings: readonly Finding[]): Child {
  const beyond = findings.filter(({ verdict }) => verdict !== "fit");
  if (beyond.length === 0) return h("span", { class: "muted" }, words.allWithin);
  return beyond.map((finding) => h("span", { class: "because" }, sentence(release, finding)));
}

/** One finding in words: what is wrong, how much of what, and in which table or attribute. */
export function sentence(release: Release, { rule, about, share }: Finding): string {
  if (rule === "table_absent") return words.absent(about);
  const { rules } = release.manifest.quality;
  const found = rules.find(({ id }) => id === rule);
  return words.finding(found?.title ?? rule, percentOf(share), aboutWhat(release, about, found?.of ?? ""));
}

/** The table, the attribute, or what the share is of where it is about the measure itself. */
function aboutWhat({ manifest }: Release, about: string, of: string): string {
  const stratum = manifest.strata.find(({ id }) => id === about);
  if (stratum) return stratum.title.toLowerCase();
  return manifest.measures.some(({ id }) => id === about) ? of : about;
}

const percentOf = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)}%`;

function limits(document: Document, rules: Quality["rules"]): Element {
  const h = maker(document);
  const limit = (share: number | null) => (share === null ? words.never : percentOf(share));
  return h(
    "details",
    { class: "twin" },
    h("summary", null, words.rules),
    table(document, {
      caption: words.rules,
      hideCaption: true,
      columns: [
        { label: words.rule, header: true, cell: ({ title, of }) => words.of(title, of) },
        { label: words.caution, number: true, cell: ({ caution_above }) => limit(caution_above) },
        { label: words.notFit, number: true, cell: ({ not_fit_above }) => limit(not_fit_above) },
        { label: words.mend, cell: ({ mend }) => mend },
        { label: words.source, cell: ({ source }) => source },
      ],
      rows: rules,
    }),
  );
}

/** How many fixes are told in sentences; the table has all. */
const TOLD = 5;

/** What completing scores would do to each result, the largest narrowing first. */
export const fixes: View = ({ document, release }) => {
  const h = maker(document);
  const all = release.manifest.quality.fixes;
  if (all.length === 0) return h("p", null, fixWords.none);
  return h(
    "div",
    null,
    h(
      "ol",
      { class: "fixes" },
      all.slice(0, TOLD).map((fix) => h("li", null, fixSentence(release, fix))),
    ),
    h("p", { class: "note-line" }, fixWords.how),
    twinOf(
      document,
      table(document, {
        caption: fixWords.caption,
        columns: [
          { label: words.measure, header: true, cell: ({ measure }) => titleOf(release, measure) },
          { label: fixWords.fix, cell: ({ fix }) => fixWords.kinds[fix] },
          { label: fixWords.people, number: true, cell: ({ people }) => count(people) },
          { label: fixWords.now, number: true, cell: ({ now }) => rangeText(now) },
          {
            label: STRINGS.columns.strip,
            cell: ({ now }) => intervalStrip(document, "bounds", { value: null, ...now }),
          },
          { label: fixWords.after, number: true, cell: ({ after }) => rangeText(after) },
          {
            label: STRINGS.columns.strip,
            cell: ({ after }) => intervalStrip(document, "bounds", { value: null, ...after }),
          },
          { label: fixWords.narrower, number: true, cell: (fix) => fixWords.points(points(fix)) },
        ],
        rows: all,
      }),
    ),
  );
};

/** A fix in one sentence: `Completing the missing scores (PHQ-9, 6 months) of about 615 people would narrow Remission from 24 to 69% to 41 to 46%.` */
export function fixSentence(release: Release, fix: Fix): string {
  const { instruments, windows } = release.manifest;
  const names = [
    instruments.find(({ id }) => id === fix.instrument)?.name,
    windows.find(({ id }) => id === fix.window)?.title,
  ].filter((name) => name !== undefined);
  const said = fixWords[fix.fix](count(fix.people), names.join(", "), titleOf(release, fix.measure));
  return fixWords.sentence(said, fixWords.fromTo(rangeText(fix.now), rangeText(fix.after)));
}

const rangeText = ({ lower, upper }: Fix["now"]): string =>
  `${Math.round(100 * lower)}–${Math.round(100 * upper)}%`;

const points = ({ now, after }: Fix): string =>
  String(Math.round(100 * (now.upper - now.lower - (after.upper - after.lower))));
