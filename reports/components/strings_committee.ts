/** The words of the committee pack and the clinic pages; a part of the list of `STRINGS`. */
export const COMMITTEE_STRINGS = {
  figure: {
    column: "Latest",
    of: (people: string, when: string) => `${people} people, ${when}`,
    span: (from: string, to: string) => `${from} to ${to}`,
    none: "no figure",
  },
  noCare: "This extract gives no measure of the care given.",
  charts: {
    heading: "Month by month",
    byMonth: "by month",
    title: {
      improvement: (measure: string) => `${measure}: better than chance explains in the last three months`,
      concern: (measure: string) => `${measure}: worse than chance explains in the last three months`,
      change: (measure: string) => `${measure}: further off than chance explains in the last three months`,
      common_cause: (measure: string, centre: string) => `${measure}: steady around ${centre}`,
      too_early: (measure: string) => `${measure}: too early to tell signal from noise`,
      unjudged: (measure: string) => `${measure}, month by month`,
    },
    limits:
      "The line across is the centre, the dashed lines are the limits of chance (three sigma, p′-chart); diamonds are months beyond chance.",
    trial: "Trial limits: fewer than twelve months set them.",
    phase: (from: string, reason: string) => `Limits start afresh in ${from}: ${reason}.`,
    hits: (hits: string) => `Beyond chance: ${hits}.`,
    noHits: "Every month lies within what chance explains.",
    rules: {
      outside: "outside the limits",
      trend: "seven rising or falling",
      two_of_three: "two of three near a limit",
      shift: "seven on one side",
    },
    hit: (rule: string, months: string) => `${rule} (${months})`,
    caption: (subject: string) => `Chart of ${subject}`,
    spoken: (measure: string, months: number, centre: string, hits: string) =>
      `Control chart of ${measure}, ${months} months, centre ${centre}. ${hits} The table below has every figure.`,
    columns: { centre: "Centre", limits: "Limits", rule: "Beyond chance because" },
    to: (lower: string, upper: string) => `${lower} to ${upper}`,
    none: "There are not enough closed months to chart.",
  },
  funnel: {
    heading: "Where a clinic stands apart",
    split: "by clinic, all time, by how many people are eligible",
    noneApart: (measure: string) => `${measure}: no clinic lies outside what clinics differ by anyway`,
    apart: (measure: string, names: string) => `${measure}: outside the limits: ${names}`,
    note: "To the right: more people eligible. Dotted and dashed lines are the 95% and 99.8% limits for a clinic of that size, allowing for how much clinics differ anyway; only diamonds may be called different.",
    caption: (subject: string) => `Funnel of ${subject}`,
    limits95: "95% limits",
    limits998: "99.8% limits",
    spoken: (measure: string, clinics: number, said: string) =>
      `Funnel of ${clinics} clinics, ${measure}. ${said}. The table below has every figure.`,
  },
  signals: {
    rule: "At most five, one for each measure: a concern before an improvement, safety before all else, then by how far beyond the limits of chance. Only the measures of the first page are ranked, each on the main scale in its main window.",
    none: "No measure of the first page gives a signal this month: all of them vary as chance explains.",
    ask: "Ask this next",
    programme: "The whole programme",
    recent: {
      improvement: (measure: string) =>
        `${measure} was better than chance explains in the last three months.`,
      concern: (measure: string) => `${measure} was worse than chance explains in the last three months.`,
      change: (measure: string) =>
        `${measure} was further off than chance explains in the last three months.`,
    },
    funnel: {
      improvement: (clinic: string, measure: string) =>
        `${clinic} is better than the other clinics on “${measure}” by more than clinics differ anyway.`,
      concern: (clinic: string, measure: string) =>
        `${clinic} is worse than the other clinics on “${measure}” by more than clinics differ anyway.`,
      change: (clinic: string, measure: string) =>
        `${clinic} is unlike the other clinics on “${measure}” by more than clinics differ anyway.`,
    },
    figure: {
      pooled: (rate: string, lower: string, upper: string, from: string, to: string) =>
        `${rate} from ${from} to ${to} (likely ${lower} to ${upper}).`,
      month: (rate: string, lower: string, upper: string, _: string, month: string) =>
        `${rate} in ${month} (likely ${lower} to ${upper}).`,
    },
    owner: "Owner",
    due: "Due",
    noOwner: "No owner yet: add a row to actions.csv.",
  },
  actions: {
    caption: "Actions and what happened since",
    none: "No action is on record: put them into actions.csv beside the program file.",
    columns: {
      action: "Action",
      about: "About",
      owner: "Owner",
      due: "Due",
      before: "Then",
      now: "Now",
      since: "The signal since",
    },
    opened: (month: string) => `agreed in ${month}`,
    closed: (month: string) => `closed in ${month}`,
    overdue: "overdue",
    noEarlier: "no earlier release",
    since: {
      cleared: "Cleared: it was a signal then, and is none now.",
      stays: "Still a signal.",
      appeared: "A signal now, none then.",
      quiet: "No signal then or now.",
      unknown: "Cannot be said.",
    },
  },
  links: {
    caption: "With and without each step of care",
    sentence: (
      withPeople: string,
      process: string,
      withRate: string,
      did: string,
      withoutPeople: string,
      withoutRate: string,
      difference: string,
    ) =>
      `Of ${withPeople} people with “${process}”, ${withRate} in 100 ${did}; of ${withoutPeople} without it, ${withoutRate}: ${difference}.`,
    more: (points: string, lower: string, upper: string) =>
      `${points} in 100 more (likely between ${lower} and ${upper})`,
    fewer: (points: string, lower: string, upper: string) =>
      `${points} in 100 fewer (likely between ${lower} and ${upper})`,
    same: (lower: string, upper: string) => `no difference (likely between ${lower} and ${upper})`,
    titleNone: "No step of care goes with better results by more than chance explains",
    title: (some: string, of: string) =>
      `With ${some} of ${of} steps of care, people did better by more than chance explains`,
    subtitle: (outcome: string) =>
      `${outcome}: people with the step less people without it, of a hundred eligible for both, all time. To the right is better for those who got it.`,
    empty: (process: string) => `Nobody to compare for “${process}”.`,
    caveat:
      "This is association, not proof. Whoever gets a step of care differs in other ways from whoever does not: in how ill they were, how easy to reach, and how long they stayed. A person without a later score counts as not improved, and those who are seen more are measured more.",
    none: "This extract cannot give the steps of care or the outcome that they are held against.",
    columns: {
      process: "Step of care",
      withStep: "With it",
      without: "Without it",
      difference: "Difference, in 100",
      measured: "Measured, with and without",
    },
    rate: (met: string, people: string, rate: string) => `${rate} (${met} of ${people})`,
    both: (one: string, other: string) => `${one} and ${other}`,
    range: (points: string, lower: string, upper: string) => `${points} (${lower} to ${upper})`,
  },
  equity: {
    link: "Every group, with its likely range",
  },
  capacity: {
    caption: "Caseload and care managers",
    columns: {
      clinic: "Clinic",
      caseload: "Caseload",
      managers: "Care managers",
      fte: "In post, full-time equivalents",
      perFte: "Caseload for each",
    },
    total: (caseload: string, managers: string) =>
      `${caseload} people are in care, with ${managers} care managers who have one of them or more.`,
    unknown: "not recorded",
    waits: (measure: string, figure: string) => `${measure}: ${figure}`,
    none: "This extract holds no clinic.",
    link: "Reach, caseload, waits and backlog, by clinic",
  },
  quality: {
    rows: (read: string, aside: string) => `Of ${read} rows read, ${aside} were set aside.`,
    balanced: "Every row is accounted for.",
    unbalanced: "Not every row is accounted for: see the data quality page.",
    missing: (measures: string) => `Not computable from this extract: ${measures}.`,
    followUp: "Missing scores decide how far outcomes can be trusted:",
    link: "Files, rules and how to mend them",
  },
  definitions: {
    caption: "What is counted",
    columns: { measure: "Measure", definition: "Definition", signOff: "Sign-off" },
    awaits: "awaits clinical sign-off",
    link: "Methods, instruments and the disclosure policy",
  },
  clinics: {
    caption: "Every clinic, one row each",
    columns: { clinic: "Clinic", caseload: "Caseload" },
    index: "All clinics",
    absent: "This release holds no such clinic.",
    lede: (programme: string) => `One clinic of ${programme}, beside the whole programme.`,
    results: "Results beside the programme",
    resultsCaption: "This clinic and the whole programme",
    here: "This clinic",
    programme: "Whole programme",
    signal: "Among the clinics",
    staff: "Caseload and staff",
    caseload: "In care on the as-of date",
    managers: "Care managers who have one of them or more",
    fte: (month: string | undefined) =>
      `Care managers in post, full-time equivalents${month ? `, ${month}` : ""}`,
    perFte: "Caseload for each full-time equivalent",
    pooled: (from: string, to: string) =>
      `Twelve months together, ${from} to ${to}: single months of one clinic hold too few people to read. Monthly measures are of the latest complete month.`,
    noCharts:
      "No measure has twelve months with ten people or more on average at this clinic, so none is charted by month.",
    labels: {
      improvement: "Better",
      concern: "Worse",
      change: "Unlike",
      common_cause: "Alike",
      too_early: "Too early",
    },
    notJudged: "not judged",
  },
  sections: {
    outcomes: "Outcomes",
    process: "Process",
  },
} as const;

/** What a committee asks next of a measure, by its id or else by its topic. */
export const ASK_NEXT = {
  measures: {
    follow_up: "Which care managers’ patients go unmeasured, and is a score asked for at every contact?",
    reliable_deterioration: "Was every person who got worse discussed with the psychiatric consultant?",
    first_contact_wait: "Where is a post empty, and who could take first contacts until it is filled?",
    early_follow_up: "Is the first follow-up booked before the intake ends, and in the person’s language?",
    monthly_contact:
      "Who has had no contact for a month, and is the caseload larger than the staff can hold?",
    recent_score: "Are contacts made without a scale, and could it be filled in before the call?",
    consultation_if_not_improved:
      "Who is not improving and has not been reviewed, and is there time enough for case reviews?",
    treatment_change_if_not_improved: "What became of the consultant’s recommendations: were they acted on?",
    safety_follow_up: "Who was not contacted by the next day, and what stood in the way?",
  } as Readonly<Record<string, string>>,
  topics: {
    outcomes: "Who is not getting better, and has their treatment been changed?",
    starting: "Where between referral and the first follow-up do people drop out?",
    in_touch: "Who has dropped out of touch, and what keeps staff from calling?",
    stepping_up: "Who is not improving, and what has been tried?",
    safety: "What happened to each person concerned?",
    reach: "Who should be in the programme and is not?",
  } as Readonly<Record<string, string>>,
  other: "What changed here, and is it the care, the people or the recording?",
} as const;
