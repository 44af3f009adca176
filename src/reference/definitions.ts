import type { Window } from "./windows.ts";

/** One published way of saying that a person is better. `title` completes "better by". */
export interface Definition {
  id: string;
  title: string;
  rule: string;
}

/** The definitions that the panel holds beside each other, each judged on a person's first unit under it. */
export const DEFINITIONS: readonly Definition[] = [
  {
    id: "own",
    title: "Remission at 6 months, this programme",
    rule: "Elevated PHQ-9 from enrolment on; the last PHQ-9 within 60 days of six months later is below 5.",
  },
  {
    id: "cms159",
    title: "Remission at 12 months, CMS159",
    rule: "Elevated PHQ-9 at a visit with the diagnosis; the last within 60 days of twelve months later is below 5.",
  },
  {
    id: "mncm6",
    title: "Remission at 6 months, CBE 0711",
    rule: "The same index event; the last score within 60 days of six months later is below 5.",
  },
  {
    id: "drr",
    title: "Remission, HEDIS DRR-E",
    rule: "Elevated PHQ-9 within 15 days of a visit with the diagnosis; the last from day 120 to day 240 is below 5.",
  },
  {
    id: "nys_improvement",
    title: "Improvement, New York State",
    rule: "On Medicaid, elevated baseline, 70 days in care; in the last such month the last score, however old, is below 10 or halved.",
  },
  {
    id: "nys_remission",
    title: "Remission, New York State",
    rule: "On Medicaid, elevated baseline; in the last such month a score of that month is below 5.",
  },
  {
    id: "nhs",
    title: "Reliable recovery, NHS Talking Therapies",
    rule: "A completed course begun at caseness; at its end PHQ-9 and GAD-7 are below both cuts, and one fell reliably.",
  },
];

/** Every two definitions, in order. */
export const DEFINITION_PAIRS = DEFINITIONS.flatMap((first, at) =>
  DEFINITIONS.slice(at + 1).map((second) => ({ id: `${first.id}-${second.id}`, first, second })),
);

const EVER = { anchor: "referral", months: 0, start_days: 0, end_days: null } as const;

/** The panel is counted in a window for each definition and for each two of them. */
export const DEFINITION_WINDOWS: readonly Window[] = [
  ...DEFINITIONS.map(({ id, title, rule }): Window => ({ ...EVER, id, title, definition: rule })),
  ...DEFINITION_PAIRS.map(
    ({ id, first, second }): Window => ({
      ...EVER,
      id,
      title: `${first.title}; and ${second.title}`,
      definition: `Both of these: ${first.title} and ${second.title}.`,
    }),
  ),
];
