import { maker, svgMaker } from "./elements.ts";
import type { Release, Subject } from "./release.ts";
import { ANY } from "./release.ts";
import { STRINGS } from "./strings.ts";

type Signal = Release["signals"][number];
export type SignalLabel = Signal["label"];

/** Arrows for better and worse, a level line for chance, dots for too early: told apart by shape, not by colour alone. */
const SHAPES: Readonly<Record<SignalLabel, string>> = {
  improvement: "M3 11 L8 5 L13 11",
  concern: "M3 5 L8 11 L13 5",
  change: "M8 3 L13 8 L8 13 L3 8 Z",
  common_cause: "M3 8 H13",
  too_early: "M4 8 h.1 M8 8 h.1 M12 8 h.1",
};

/** The signals of a series of one kind, in the order published; none where it was not judged or its numbers are hidden. */
function signalsOf({ signals }: Release, subject: Subject, kind: Signal["kind"]): Signal[] {
  return signals.filter(
    (signal) =>
      signal.kind === kind &&
      signal.measure === subject.measure.id &&
      signal.instrument === (subject.instrument?.id ?? ANY) &&
      signal.window === subject.window.id,
  );
}

/** Signal or noise in the recent months: an icon with its word, or a dash where nothing may be said. */
export function recentSignal(document: Document, release: Release, subject: Subject): Element {
  const [recent] = signalsOf(release, subject, "recent");
  return recent
    ? signalMark(document, recent.label)
    : maker(document)("span", { class: "muted" }, STRINGS.trend.none);
}

/** What the recent months say, in a sentence; empty where nothing may be said. */
export function recentSentence(release: Release, subject: Subject): string {
  const [recent] = signalsOf(release, subject, "recent");
  return recent ? STRINGS.signals.meaning[recent.label] : "";
}

/** The clinics that lie beyond what clinics differ by anyway, and how many were judged. */
export function clinicsApart(release: Release, subject: Subject) {
  const judged = signalsOf(release, subject, "funnel");
  return { apart: judged.filter(({ label }) => label !== "common_cause"), of: judged.length };
}

/** Which clinics lie beyond what clinics differ by anyway, by name; empty where too few were judged. */
export function clinicSentence(
  release: Release,
  subject: Subject,
  nameOf: (clinic: string) => string,
): string {
  const { apart, of } = clinicsApart(release, subject);
  if (apart.length === 0) return of > 0 ? STRINGS.signals.noClinic : "";
  return apart
    .map(({ clinic_id, label }) => STRINGS.signals.clinic(nameOf(clinic_id), STRINGS.signals.verdict[label]))
    .join(" ");
}

/** An icon with its word; `says` puts other words in the place of those for recent months. */
export function signalMark(
  document: Document,
  label: SignalLabel,
  says: { label: string; meaning: string } = {
    label: STRINGS.signals.label[label],
    meaning: STRINGS.signals.meaning[label],
  },
): Element {
  const s = svgMaker(document);
  return maker(document)(
    "span",
    { class: `signal signal-${label}`, title: says.meaning },
    s("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, s("path", { d: SHAPES[label] })),
    says.label,
  );
}
