/** The words of what attacks on releases found. */
export const ATTACK_STRINGS = {
  intro:
    "A program of its own, which shares no code with disclosure control, attacks releases of made-up programmes the way an outsider could, and better: with every sum, rate, interval and earlier release at once, told by somebody inside which hidden counts are small.",
  caption: "What attacks on made-up programmes found",
  what: "Releases",
  kinds: {
    once: "Programmes of 1 to 50 clinics, one release each",
    known: "The same, by somebody who knows the record of one of the people",
    monthly: "23 to 34 months on end with late data, all earlier ones kept",
    known_months: "The same, by somebody who knows the record of one of the people",
    divided: "Months on end with clinics divided by sex and age, which no release does",
    corrected: "Months on end where people are also taken out of the registry again",
  } as Readonly<Record<string, string>>,
  releases: "Attacked",
  refused: "Refused",
  cells: "Cells",
  secrets: "Protected counts",
  exact: "Known exactly",
  cornered: "To fewer than 5 values",
  tightest: "Fewest values left",
  alarms: "False alarms of the scan",
  limits:
    "Somebody inside also tells which counts have fallen since an earlier release, which no outsider knows. A month that earlier ones would undo, as when a correction takes a count below what may be shown, is refused and not published.",
  source: (date: string, minutes: string) =>
    `As of ${date}: ${minutes} minutes of one processor. To repeat it: npm run attack.`,
} as const;
