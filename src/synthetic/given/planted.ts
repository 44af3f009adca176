/** What is planted where: clinic numbers, and when in the programme (per mille of its months) something changes for good. */
export const CLINIC_ROLES = [
  { clinic: 1, role: "language_gap", change_at: null },
  { clinic: 2, role: "improves", change_at: 550 },
  { clinic: 3, role: "deteriorates", change_at: 600 },
] as const;

/** Faults planted on request: in which file, and in how many of its rows, per mille. */
export const DEFECTS = [
  { file: "assessment", kind: "duplicate", permille: 2 },
  { file: "assessment", kind: "impossible_date", permille: 2 },
  { file: "assessment", kind: "total_disagrees", permille: 2 },
  { file: "assessment", kind: "late", permille: 2 },
  { file: "assessment", kind: "same_day_double", permille: 2 },
  { file: "assessment", kind: "missing_values", permille: 2 },
  { file: "episode", kind: "enrolled_again", permille: 6 },
  { file: "patient", kind: "missing_values", permille: 12 },
  { file: "visit", kind: "unknown_clinic", permille: 5 },
] as const;

/** Optional columns that a spoilt file lacks altogether. */
export const MISSING_COLUMNS: readonly { file: string; column: string }[] = [
  { file: "contact", column: "minutes" },
];
