/** The words of the planners' page. */
export const PLANNER_STRINGS = {
  title: "In short",
  absent: {
    staffing: "The extract holds no staffing, so nobody can say how many people each care manager follows.",
    caseload:
      "Too few people are in care to set them against care managers, or no post is recorded in the month.",
    waits: "The extract holds no referrals, so waits cannot be told.",
    backlog: "There are not two months of referrals that can be shown.",
    contacts: "The extract holds no contacts, so no minutes can be counted.",
    minutes: "Nobody has minutes of care on record, so no month can be billed.",
    billing: "The extract holds no claims, so what is unbilled is not known.",
    reach: "The extract holds no visits, so how many people were asked is not known.",
  },
  caseload: {
    finding: (people: string, month: string, place: string, low: string, high: string) =>
      `About ${people} people in care for each full-time care manager in ${month}: ${place} the published ${low} to ${high}.`,
    place: { above: "above", below: "below", within: "within" },
    title: (above: number, of: number, low: string, high: string) =>
      above === 0
        ? `No clinic is above the published ${low} to ${high}`
        : `${above} of ${of} ${of === 1 ? "clinic is" : "clinics are"} above the published ${low} to ${high}`,
    subtitle: (month: string) =>
      `People in care for each full-time care manager at the end of ${month}, by clinic. Neither higher nor lower is better: a high caseload leaves people without contact, a low one reaches few.`,
    band: (title: string, low: string, high: string) =>
      `Published range: ${low} to ${high} (${title.toLowerCase()})`,
    value: "People for each full-time care manager",
    spoken: (name: string, value: string) => `${name}: ${value}`,
    caption: (month: string) => `Caseload by clinic, end of ${month}`,
    normsCaption: (month: string) =>
      `Care managers needed for the people in care in ${month}, by published range`,
    norms: "What the published ranges would ask for",
    started: (per: string, quarter: string) =>
      `In ${quarter} about ${per} people enrolled for each full-time care manager.`,
    note: "Needed: people in care divided by both ends of the range. Above zero, the gap is posts that are missing; below, posts to spare.",
    posts: (specs: string) =>
      `Care managers (FTE) in a month, by clinic: ${specs}. Every month is in the file.`,
    columns: {
      clinic: "Clinic",
      area: "Area",
      people: "In care",
      fte: "Care managers (FTE)",
      perFte: "For each FTE",
      needed: "FTE needed",
      gap: "Gap",
      norm: "Whom they serve",
      range: "For each FTE",
      source: "Source",
    },
    to: (low: string, high: string) => `${low} to ${high}`,
    whole: "All clinics",
    notKnown: "–",
  },
  waits: {
    finding: (half: string, most: string) => `Half of those referred are seen by day ${half}${most}.`,
    most: (day: string) => `, nine in ten by day ${day}`,
    notMost: (share: string, day: string) => `, and ${share} in 100 by day ${day}`,
    notHalf: (share: string, day: string) => `Of those referred, ${share} in 100 are seen by day ${day}.`,
    title: (share: string, day: string) => `${share} in 100 are seen by day ${day}`,
    subtitle:
      "Referral to first contact or enrolment, in days: estimated share seen by then, of everyone referred. Those who still wait or left unseen count for as long as they waited. Higher is better.",
    spoken: (day: string, share: string) => `day ${day}: ${share} in 100`,
    caption: "Referral to first contact, in days",
    clinicCaption: "Referral to first contact, by clinic",
    byClinic: "Every clinic as a table",
    difference: {
      differs: "Waits differ by clinic more than chance alone explains (log-rank test, p below 0.05).",
      no_clear_difference: "No clear difference by clinic (log-rank test).",
      not_tested: "Too few people in groups to compare clinics.",
    },
    columns: {
      day: "By day",
      share: "Seen",
      waiting: "Not seen yet",
      referred: "Referred",
      half: "Half by day",
      most: "Nine in ten by day",
      at: (day: string) => `Seen by day ${day}`,
    },
    later: (day: string) => `after ${day}`,
  },
  backlog: {
    finding: (people: string, month: string) =>
      `About ${people} people were waiting to be seen at the end of ${month}`,
    none: (month: string) => `Nobody was waiting to be seen at the end of ${month}`,
    few: (month: string) => `So few were waiting at the end of ${month} that their number is hidden`,
    longer: (people: string, days: string) => `; about ${people} of them had waited more than ${days} days.`,
    longest: (days: string) => `; none had waited more than ${days} days.`,
    stop: ".",
    title: {
      rising: (people: string) => `The queue has grown by about ${people} people in a year`,
      falling: (people: string) => `The queue has shrunk by about ${people} people in a year`,
      steady: "The queue is about as long as a year ago",
      unknown: "Who comes and who waits, month by month",
    },
    subtitle:
      "People in the whole programme by month: referred, enrolled and, on its last day, waiting. For those waiting lower is better.",
    alternative: "Lines of people referred, enrolled and waiting by month. The table below has every figure.",
    caption: "Coming, waiting and leaving, by month",
    hidden: "A line breaks where a number is hidden.",
    columns: { month: "Month" },
  },
  reach: {
    caption: (month: string) => `Reach by clinic, ${month}`,
    finding: (screened: string, positive: string) =>
      `${screened} in 100 adults and young people with a visit had been asked about depression within a year${positive}.`,
    positive: (share: string) => `; ${share} in 100 first screens were positive`,
    posts: (specs: string) =>
      `Care managers (FTE) in a month, by clinic: ${specs}. Every month is in the file.`,
    columns: {
      clinic: "Clinic",
      area: "Area",
      screened: "Screened",
      positive: "Positive first screens",
      seen: "Seen within 14 days",
    },
    polarity: "Screened and seen: higher is better. Positive screens: neither.",
  },
  billing: {
    finding: (share: string, month: string) =>
      `${share} in 100 people with minutes of care in ${month} reached a billing code.`,
    near: (share: string) => `${share} in 100 were within ten minutes of their month’s full code.`,
    billed: (share: string) => `Of the months that could be billed, ${share} in 100 were.`,
    value: (amount: string, months: number) =>
      `What was not billed in the last ${months} months that can be told is worth about ${amount} at the program file’s fees.`,
    noFee: "The program file gives no fee, so unbilled care has no value here.",
    title: (share: string) => `${share} in 100 months reach the full code of their month`,
    noTitle: "Months of care by the code that their minutes reach",
    subtitle: (months: number) =>
      `People with minutes of a care manager’s care by billing code, the last ${months} months that had 30 days to be billed. Higher codes are better paid; nothing is paid below 16 minutes.`,
    alternative: "Bars of people by billing code for each month. The table below has every figure.",
    caption: "Care by month and billing code",
    codesCaption: "Billing codes and their minutes",
    codes: "Billing codes, minutes and fees",
    none: "No code",
    all: "All with minutes",
    columns: {
      month: "Month",
      code: "Code",
      what: "What it is for",
      minutes: "Minutes from",
      fee: "Fee",
      people: "People",
      billed: "Billed",
      unbilled: "Not billed",
      value: "Worth",
    },
    beyond: (minutes: string) => `${minutes} beyond the full time`,
    noRule: "not given",
    noFeeGiven: "no fee given",
  },
  source: "Counts are rounded or hidden as the policy asks; ratios are of the published counts.",
  download: "Numbers as CSV",
} as const;
