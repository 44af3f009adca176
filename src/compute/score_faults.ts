import { ENTRY_DUE_DAYS, type ScoreFaults } from "../reference/quality.ts";
import type { Row, Warehouse } from "../warehouse/warehouse.ts";

/** Counts the forms of registered instruments, those without a score and those entered late; all zero where there is none. */
export async function scoreFaults(warehouse: Warehouse): Promise<ScoreFaults> {
  const [counted] = await warehouse.rows<ScoreFaults & Row>(
    `SELECT
      count(*) AS forms,
      count(*) FILTER (WHERE score IS NULL) AS unscorable,
      count(*) FILTER (WHERE CAST(recorded_at AS DATE) > assessed_date + CAST($days AS INTEGER)) AS late
    FROM model.scored_assessment`,
    { days: ENTRY_DUE_DAYS },
  );
  return counted ?? { forms: 0, unscorable: 0, late: 0 };
}
