/** What twelve months together hold of a clinic, or of the programme, in exact counts; rates from 0 to 1, null where nobody is eligible. */
export interface PooledCell {
  measure: string;
  instrument: string;
  window: string;
  clinic_id: string;
  /** First day of the first and last day of the last of the months. */
  period_start: string;
  period_end: string;
  denominator: number;
  observed: number;
  numerator: number;
  value: number | null;
  lower: number | null;
  upper: number | null;
}
