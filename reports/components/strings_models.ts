/** The words of figures that rest on a model: the missing imputed, and clinics after adjustment for case mix. */
export const MODEL_STRINGS = {
  imputed: {
    name: "Estimating the rest",
    who: (sets: string) =>
      `Those without a score are filled in ${sets} times, from who they are, their starting score and their last score before the window.`,
    assumes:
      "The estimate holds if people without a score did as others with the same record did. Nothing in the data can show that they did.",
    floor: (floor: string) => `By the estimate at least ${floor} in 100 met the measure.`,
    tips: (tipping: string, estimated: string, measured: string) =>
      `That would no longer be sure if only ${tipping} in 100 of those without a score had; the estimate for them is ${estimated}, and of those measured ${measured} did.`,
    stands: "That would stay sure even if hardly anybody without a score had.",
  },
  adjusted: {
    heading: "Clinics, allowing for whom they treat",
    none: (by: string) => `Allowing for whom they treat, no ${by} stands apart beyond chance`,
    some: (apart: string, of: string) =>
      `Allowing for whom they treat, ${apart} of ${of} clinics stand apart beyond chance`,
    clinic: "clinic",
    subtitle: (subject: string, polarity: string) =>
      `${subject}, all time: people who met the measure for each one expected. ${polarity}.`,
    caption: (subject: string) => `${subject}: clinics after adjustment`,
    explain:
      "Expected is how many would have met the measure had a clinic done as the whole programme does for people like its own, by starting score, age, sex, payer and whether it is their first episode. One means as expected. Clinics still differ in ways that nobody recorded.",
    verdict: {
      improvement: "better than expected",
      concern: "worse than expected",
      change: "unlike expected",
      common_cause: "as expected",
      too_early: "not judged",
    },
    clinicSays: (name: string, verdict: string) =>
      `${name} is ${verdict} by more than chance (99.8% limits).`,
    spoken: (name: string, ratio: string, lower: string, upper: string) =>
      `${name}: ${ratio} for each one expected (likely ${lower} to ${upper})`,
    columns: {
      clinic: "Clinic",
      ratio: "For each expected",
      range: "Likely range",
      met: "Met the measure",
      expected: "Expected",
      adjusted: "Adjusted result",
      judged: "Judged",
      people: "Eligible",
    },
    one: "1 = as expected",
  },
  calibration: {
    good: "The model’s promises are kept: no group’s likely range leaves its promise out",
    poor: (off: string, of: string) =>
      `In ${off} of ${of} groups the likely range leaves out what the model promised`,
    subtitle: (subject: string) =>
      `${subject}: people in tenths by what the model expects of them, and what became of them. Nearer the line is better.`,
    caption: (subject: string) => `${subject}: expected and observed by tenth`,
    spoken: (group: string, expected: string, observed: string) =>
      `tenth ${group}: ${expected} expected, ${observed} observed in 100`,
    across: "expected",
    up: "observed",
    note: "Dots on the dashed line are as promised. About 1 in 20 would be off by chance.",
    columns: {
      group: "Tenth",
      expected: "Expected",
      observed: "Observed",
      range: "Likely range",
      people: "People",
    },
  },
} as const;
