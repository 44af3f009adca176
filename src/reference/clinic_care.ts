/** Who is cared for at a clinic on the as-of date, and by how many. */
export interface ClinicCare {
  clinic_id: string;
  /** Enrolled episodes in care. */
  caseload: number;
  /** Care managers who have one of them; people whose care manager is not recorded count for none. */
  care_managers: number;
  /** Full-time equivalents of care managers in the latest month that says so, and its first day; null where none does. */
  care_manager_fte: number | null;
  fte_month: string | null;
}
