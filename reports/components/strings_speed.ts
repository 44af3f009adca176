/** The words of how the pipeline grows with the number of people. */
export const SPEED_STRINGS = {
  intro:
    "The whole line is measured on synthetic programmes of 50 clinics and 60 months, each step in a process of its own. Beside the time of a step stands how many times as long it takes as only reading the same files into tables, in the same run: that carries over to another machine, seconds do not.",
  caption: "Time and memory of each step, by the number of people",
  step: "Step",
  people: (patients: string, files: string) => `${patients} people, ${files}`,
  rows: "Rows",
  files: { csv: "CSV", parquet: "Parquet" } as Readonly<Record<string, string>>,
  steps: {
    load: "Load",
    build: "Build",
    measures: "Measures",
    release: "Protect and release",
    site: "Site",
  },
  took: (seconds: string, times: string) => `${seconds} (${times} times)`,
  notMeasured: "not measured",
  memory: "Most memory, GiB",
  size: "Site, MB",
  gateIntro:
    "What disclosure control has to look at grows with the number of cells, and hardly with people. Here it protects made-up programmes of growing size, alone in a process.",
  gateCaption: "Time and memory of hiding, the gate and its repairs, by the number of cells",
  cells: "Cells",
  crossed: (cells: string) => `${cells}, clinics divided by sex and age`,
  secrets: "Protected counts",
  repairs: "Numbers hidden for them",
  seconds: "Seconds",
  megabytes: "Most memory, MB",
  source: (day: string) => `As of ${day}. To repeat it: npm run bench, and npm run attack for the gate.`,
} as const;
