import { headlineSubjects, labelOf } from "./committee_signals.ts";
import { type Figure, figureOf } from "./figures.ts";
import { ALL, mainInstrument, mainWindow, type Release, type Subject, subjectsOf } from "./release.ts";

export type Action = Release["actions"][number];

/** How the signal that an action is about went from the release of its month to this one. */
type Since = "cleared" | "stays" | "appeared" | "quiet" | "unknown";

/** An action as the pack carries it: what its measure was in the release of its month, and what it is now. */
export interface Carried {
  action: Action;
  subject: Subject | undefined;
  before: Figure | undefined;
  now: Figure | undefined;
  since: Since;
  hasEarlier: boolean;
  isOverdue: boolean;
}

/** The series that an action is about: its measure as the pack reads it. */
export function subjectOfAction(
  release: Release,
  { measure: id }: Pick<Action, "measure">,
): Subject | undefined {
  const headline = headlineSubjects(release).find(({ measure }) => measure.id === id);
  const measure = release.manifest.measures.find((one) => one.id === id);
  if (headline || !measure) return headline;
  const instrument = measure.by_instrument ? mainInstrument(release) : null;
  const own = subjectsOf(release.manifest, measure).filter((one) => one.instrument === instrument);
  return own.find(({ window }) => window.id === mainWindow(release.manifest, measure)) ?? own[0];
}

/** The actions that this release knows and that were open in its month, the oldest first, with what happened since. */
export function carryActions(release: Release, earlier: readonly Release[]): Carried[] {
  const { as_of } = release.manifest;
  const month = `${as_of.slice(0, 7)}-01`;
  return release.actions
    .filter(({ opened, closed }) => opened <= month && (closed === null || closed >= month))
    .toSorted((a, b) => a.opened.localeCompare(b.opened) || a.id.localeCompare(b.id))
    .map((action) => {
      const subject = subjectOfAction(release, action);
      const then = earlier.find(({ manifest }) => manifest.as_of >= action.opened);
      const clinic = action.clinic ?? ALL;
      return {
        action,
        subject,
        before: subject && then && figureOf(then, subject, clinic),
        now: subject && figureOf(release, subject, clinic),
        since: subject && then ? compare(then, release, subject, clinic) : "unknown",
        hasEarlier: then !== undefined,
        isOverdue: action.closed === null && action.due < as_of,
      };
    });
}

function compare(then: Release, now: Release, subject: Subject, clinic: string): Since {
  const kind = clinic === ALL ? "recent" : "funnel";
  const [before, after] = [then, now].map((release) => labelOf(release, subject, { kind, clinic }));
  if (before === undefined || after === undefined) return "unknown";
  if (isSignal(before)) return isSignal(after) ? "stays" : "cleared";
  return isSignal(after) ? "appeared" : "quiet";
}

const isSignal = (label: string): boolean => label === "concern" || label === "change";
