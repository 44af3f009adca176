import { group, sum } from "d3";
import { FLOWS, type Flow } from "../reference/capacity.ts";
import { ALL, ANY, type CountCell, PERIOD_GRAINS, type PeriodGrain } from "../reference/cells.ts";
import { addDays, addMonths } from "../reference/days.ts";
import { type Period, periodsBetween } from "../reference/periods.ts";
import type { Row, Warehouse } from "../warehouse/warehouse.ts";

/** How many people a flow counts in one clinic and month. */
export interface FlowTally {
  flow: string;
  clinic_id: string;
  month: string;
  people: number;
}

/**
 * Counts who comes, waits, is in care and goes, in the programme and in each clinic: in each period, of
 * months that are over, for those who come and go, on the last day of each month for those who are there. Each is a cell in which everyone counted meets the measure.
 */
export async function countFlow(
  warehouse: Warehouse,
  { asOf, clinics }: { asOf: string; clinics: readonly string[] },
): Promise<CountCell[]> {
  return flowCells(await warehouse.rows<Row & FlowTally>(SQL, { as_of: asOf }), { asOf, clinics });
}

/** The full grid of cells of what was counted by flow, clinic and month. */
export function flowCells(
  counted: readonly FlowTally[],
  { asOf, clinics }: { asOf: string; clinics: readonly string[] },
): CountCell[] {
  const tallies = counted.filter(({ month }) => addDays(addMonths(month, 1), -1) <= asOf);
  const months = tallies.map(({ month }) => month).sort();
  const [first, last] = [months.at(0), months.at(-1)];
  if (first === undefined || last === undefined) return [];
  return FLOWS.flatMap((flow) => {
    const own = tallies.filter((tally) => tally.flow === flow.id);
    const byClinic = group(own, ({ clinic_id }) => clinic_id).set(ALL, own);
    return grainsOf(flow).flatMap((period_grain) =>
      periodsBetween(period_grain, first, last).flatMap((period) =>
        [ALL, ...clinics].map((clinic_id): CountCell => {
          const cohort = period.period_end === null || period.period_end <= asOf ? "closed" : "closing";
          return {
            ...toCell(flow, peopleIn(byClinic.get(clinic_id) ?? [], period)),
            period_grain,
            ...period,
            clinic_id,
            cohort,
          };
        }),
      ),
    );
  });
}

const grainsOf = ({ is_stock }: Flow): readonly PeriodGrain[] => (is_stock ? ["month"] : PERIOD_GRAINS);

const peopleIn = (tallies: readonly FlowTally[], { period_start, period_end }: Period): number =>
  sum(tallies, ({ month, people }) =>
    (period_start === null || month >= period_start) && (period_end === null || month <= period_end)
      ? people
      : 0,
  );

const toCell = ({ id }: Flow, people: number) => ({
  measure: id,
  instrument: ANY,
  window: id,
  stratum: ALL,
  level: ALL,
  denominator: people,
  observed: people,
  numerator: people,
});

const SQL = `
  WITH over AS (SELECT * FROM model.month WHERE month_end <= CAST($as_of AS DATE)),
  staffed AS (SELECT clinic_id, month FROM model.staff_month WHERE care_manager_fte > 0),
  waiting AS (
    SELECT wait.clinic_id, over.month, wait.referred_date, over.month_end
    FROM over JOIN model.wait AS wait
      ON wait.referred_date <= over.month_end AND coalesce(wait.waited_until > over.month_end, TRUE)
  ),
  in_care AS (SELECT clinic_id, period_start AS month FROM model.episode_month WHERE is_in_care_at_end AND is_over),
  enrolled AS (SELECT clinic_id, period_start AS month FROM model.enrolment),
  counted AS (
    SELECT 'referred' AS flow, clinic_id, month_start(referred_date) AS month FROM model.wait WHERE referred_date IS NOT NULL
    UNION ALL SELECT 'enrolled', clinic_id, month FROM enrolled
    UNION ALL SELECT 'ended', clinic_id, month_start(ended_date) FROM model.enrolment WHERE ended_date IS NOT NULL
    UNION ALL SELECT 'left_unseen', clinic_id, month_start(waited_until) FROM model.wait
      WHERE seen_date IS NULL AND waited_until >= referred_date
    UNION ALL SELECT 'waiting', clinic_id, month FROM waiting
    UNION ALL SELECT 'waiting_over_28d', clinic_id, month FROM waiting WHERE add_days(referred_date, 28) < month_end
    UNION ALL SELECT 'waiting_over_90d', clinic_id, month FROM waiting WHERE add_days(referred_date, 90) < month_end
    UNION ALL SELECT 'in_care', clinic_id, month FROM in_care
    UNION ALL SELECT 'caseload', in_care.clinic_id, in_care.month FROM in_care
      JOIN staffed ON staffed.clinic_id = in_care.clinic_id AND staffed.month = in_care.month
    UNION ALL SELECT 'started', enrolled.clinic_id, enrolled.month FROM enrolled
      JOIN staffed ON staffed.clinic_id = enrolled.clinic_id AND staffed.month = enrolled.month
  )
  SELECT flow, clinic_id, month, count(*) AS people FROM counted GROUP BY flow, clinic_id, month ORDER BY flow, clinic_id, month`;
