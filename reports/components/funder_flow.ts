import { chartFrame } from "./chart_frame.ts";
import { drawFlow, type Stage, writeUnits } from "./draw_flow.ts";
import { maker } from "./elements.ts";
import { count } from "./formats.ts";
import {
  mainInstrument,
  mainWindow,
  type Release,
  type Step,
  type Subject,
  stepsOf,
  subjectsOf,
  type View,
} from "./release.ts";
import { named, STRINGS } from "./strings.ts";
import { FUNDER_STRINGS } from "./strings_funders.ts";
import { mark, table } from "./table.ts";

const { flow: words } = FUNDER_STRINGS;

/** A stage that says what it counts. */
interface CountedStage extends Stage {
  of: string;
}

/** What becomes of people, from the referral to the outcome, as a flow and as a table. */
export const flow: View = ({ document, release }) => {
  const h = maker(document);
  const found = stagesOf(release);
  if (!found) return h("p", { class: "absent" }, words.none);
  const { stages, subject } = found;
  const write = writeUnits(STRINGS.status.suppressed);
  const unitsOf = (name: string) => stages.find((stage) => stage.name === name)?.units ?? null;
  const [referred, due, last] = [unitsOf(words.referred), unitsOf(words.eligible), stages.at(-1)];
  const title =
    referred !== null && due !== null && last?.units != null
      ? words.title(count(referred), count(due), count(last.units), named(DID, last.name))
      : words.titleWithout;
  const rows = stages.flatMap(({ losses, ...stage }) => [
    ...losses.map((loss) => ({ ...loss, name: `− ${loss.name}`, of: stage.of })),
    stage,
  ]);
  const { round_to } = release.manifest.policy;
  return chartFrame(document, {
    title,
    subtitle: words.subtitle(subject.instrument?.name ?? "", subject.window.title),
    alternative: rows.map(({ name, units }) => `${name}: ${write(units)}`).join("; "),
    drawing: drawFlow(document, stages, write),
    notes: [STRINGS.waterfall.rounded(count(round_to))],
    twin: table(document, {
      caption: words.caption,
      columns: [
        { label: words.step, header: true, cell: ({ name }) => name },
        { label: words.counted, cell: ({ of }) => of },
        {
          label: words.number,
          number: true,
          cell: ({ units }) => (units === null ? mark(h, "suppressed") : count(units)),
        },
      ],
      rows,
    }),
  });
};

/** What the last stage did, in the title. */
const DID: Readonly<Record<string, string>> = {
  [words.response]: "responded",
  [words.remission]: "were in remission",
};

const COLOURS = {
  people: "var(--people)",
  seen: "var(--follow-up)",
  met: "var(--result)",
} as const;

/** Referred, enrolled, eligible, followed up, responded, in remission; undefined where the release has no outcome to lead to. */
function stagesOf(release: Release): { stages: CountedStage[]; subject: Subject } | undefined {
  const outcomes = (["response", "remission"] as const).flatMap((id) => {
    const subject = subjectFor(release, id);
    const steps = subject ? stepsOf(release, subject) : [];
    return subject && steps.length > 0 ? [{ id, subject, steps }] : [];
  });
  const [lead] = outcomes;
  if (!lead) return undefined;
  const reached = subjectFor(release, "people_reached");
  const people = reached ? stepsOf(release, reached) : [];
  const met = outcomes.map(({ id, steps }) => ({ id, units: unitsAt(steps, "numerator") }));
  if (![...met.map(({ units }) => units), unitsAt(lead.steps, "denominator")].some((units) => units !== null))
    return undefined;
  return {
    subject: lead.subject,
    stages: [
      ...start(people),
      ...episodes(lead.steps, people.length > 0),
      ...ends(met, unitsAt(lead.steps, "not_met")),
    ],
  };
}

function start(steps: readonly Step[]): CountedStage[] {
  if (steps.length === 0) return [];
  const stage = { of: words.people, colour: COLOURS.people };
  return [
    { ...stage, name: words.referred, units: unitsAt(steps, "denominator"), losses: [] },
    {
      ...stage,
      name: words.enrolled,
      units: unitsAt(steps, "numerator"),
      losses: [{ name: words.notEnrolled, units: unitsAt(steps, "not_met") }],
    },
  ];
}

/** From enrolment to follow-up; those enrolled stand first only where nothing told of them before. */
function episodes(steps: readonly Step[], isTold: boolean): CountedStage[] {
  const eligibleAt = steps.findIndex(({ step }) => step === "denominator");
  const excluded = steps.slice(1, eligibleAt).filter(({ units }) => units !== 0);
  const loss = ({ step, units }: Step) => ({ name: named(STRINGS.steps, step), units });
  const stage = { of: words.episodes };
  const enrolled: CountedStage = {
    ...stage,
    name: words.enrolled,
    units: unitsAt(steps, "all"),
    colour: COLOURS.people,
    losses: [],
  };
  return [
    ...(isTold ? [] : [enrolled]),
    {
      ...stage,
      name: words.eligible,
      units: unitsAt(steps, "denominator"),
      colour: COLOURS.people,
      losses: excluded.map(loss),
    },
    {
      ...stage,
      name: words.seen,
      units: unitsAt(steps, "observed"),
      colour: COLOURS.seen,
      losses: steps.filter(({ step }) => step === "not_observed").map(loss),
    },
  ];
}

type Outcome = { id: "response" | "remission"; units: number | null };

/** Those who responded and, of them, those in remission; where remission is not within response, only the first is drawn. */
function ends([first, second]: readonly Outcome[], notMet: number | null): CountedStage[] {
  const stage = { of: words.episodes, colour: COLOURS.met };
  if (!first) return [];
  const one: CountedStage = {
    ...stage,
    name: words[first.id],
    units: first.units,
    losses: [{ name: words.notMet[first.id], units: notMet }],
  };
  if (first.units === null || second?.units == null || second.units > first.units) return [one];
  const left = first.units - second.units;
  return [
    one,
    {
      ...stage,
      name: words[second.id],
      units: second.units,
      losses: [{ name: words.responseOnly, units: left }],
    },
  ];
}

const unitsAt = (steps: readonly Step[], name: string): number | null =>
  steps.find(({ step }) => step === name)?.units ?? null;

/** A measure on the main instrument in its main window. */
function subjectFor(release: Release, id: string): Subject | undefined {
  const { manifest } = release;
  const measure = manifest.measures.find((one) => one.id === id);
  if (!measure || measure.missing_tables.length > 0) return undefined;
  const main = mainInstrument(release);
  const window = mainWindow(manifest, measure);
  return subjectsOf(manifest, measure).find(
    (subject) => subject.window.id === window && (!subject.instrument || subject.instrument === main),
  );
}
