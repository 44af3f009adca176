/**
 * What a signal is about: one `month` of the whole programme, its `recent` months together, or one clinic among all of them
 * over all time (`funnel`).
 */
type SignalKind = "month" | "recent" | "funnel";

/**
 * `common_cause`: as far as chance alone goes. `improvement` and `concern`: further, to the better or the worse side;
 * `change` where neither side is better. `too_early`: not enough months to tell.
 */
export type SignalLabel = "improvement" | "concern" | "change" | "common_cause" | "too_early";

/** Signal or noise, said of one series. `period_start` is the month it is about or the latest one, null for a clinic. */
export interface Signal {
  measure: string;
  instrument: string;
  window: string;
  clinic_id: string;
  kind: SignalKind;
  period_start: string | null;
  label: SignalLabel;
}

/** Fewer points than this tell nothing. NHS England, Making Data Count. */
export const SIGNAL_MONTHS = 12;

/** How many of the latest months a signal stays fresh for. */
export const RECENT_MONTHS = 3;

/** Fewer clinics than this are not compared. */
export const SIGNAL_CLINICS = 5;
