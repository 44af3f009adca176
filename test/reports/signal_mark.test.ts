import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { Release, Subject } from "../../reports/components/release.ts";
import { clinicSentence, recentSentence, recentSignal } from "../../reports/components/signal_mark.ts";
import { STRINGS } from "../../reports/components/strings.ts";
import { measure } from "./made_cells.ts";

type Signal = Release["signals"][number];

const { document } = new JSDOM("").window;
const subject = {
  measure: measure(),
  instrument: { id: "phq9" },
  window: { id: "6m" },
} as unknown as Subject;

const signal = (changes: Partial<Signal>): Signal => ({
  measure: "response",
  instrument: "phq9",
  window: "6m",
  clinic_id: "all",
  kind: "recent",
  period_start: "2024-06-01",
  label: "concern",
  ...changes,
});
const release = (...signals: Signal[]) => ({ signals }) as unknown as Release;
const nameOf = (id: string) => id.toUpperCase();

describe("signal or noise", () => {
  it("is an icon and its word, each label with a shape of its own", () => {
    const labels = Object.keys(STRINGS.signals.label) as Signal["label"][];
    const marks = labels.map((label) => recentSignal(document, release(signal({ label })), subject));
    expect(marks.map(({ textContent }) => textContent)).toEqual(Object.values(STRINGS.signals.label));
    const shapes = marks.map((mark) => mark.querySelector("path")?.getAttribute("d"));
    expect(new Set(shapes).size).toBe(labels.length);
  });

  it("is a dash where nothing may be said of the series, whatever is said of another", () => {
    const others = release(
      signal({ window: "10w" }),
      signal({ instrument: "gad7" }),
      signal({ kind: "month" }),
    );
    expect(recentSignal(document, others, subject).textContent).toBe(STRINGS.trend.none);
    expect(recentSentence(others, subject)).toBe("");
    expect(recentSentence(release(signal({})), subject)).toBe(STRINGS.signals.meaning.concern);
  });
});

describe("clinics among all of them", () => {
  const funnel = (clinic_id: string, label: Signal["label"]) =>
    signal({ kind: "funnel", clinic_id, label, period_start: null });

  it("are named where they differ by more than clinics do", () => {
    const said = clinicSentence(
      release(funnel("a", "common_cause"), funnel("b", "concern")),
      subject,
      nameOf,
    );
    expect(said).toBe(STRINGS.signals.clinic("B", STRINGS.signals.verdict.concern));
  });

  it("are said to be alike where none does, and nothing is said where none was judged", () => {
    expect(clinicSentence(release(funnel("a", "common_cause")), subject, nameOf)).toBe(
      STRINGS.signals.noClinic,
    );
    expect(clinicSentence(release(), subject, nameOf)).toBe("");
  });
});
