import { describe, expect, it } from "vitest";
import { TABLE_NAMES } from "../../src/contracts/tables.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { drawUpWorklists } from "../../src/worklists/draw_up.ts";
import { randomCare } from "../oracle/random_care.ts";
import { warehouseOf } from "../oracle/warehouse_of.ts";

/** Monthly measures are judged on the last day of a month, so that is when a list and a measure can be compared. */
const MONTH_ENDS = ["2023-12-31", "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-06-30"];
const PEOPLE = 60;

const MET = "numerator = 1";
const NOT_MET = "denominator = 1 AND numerator = 0";

const EQUATED = [
  "overdue_contact",
  "overdue_score",
  "due_case_review",
  "not_screened",
  "safety_follow_up",
  "positive_screen",
];

/** The people or episodes on each list, each once. */
async function listsOf(warehouse: Warehouse, asOf: string): Promise<Record<string, string[]>> {
  const { drawn } = await drawUpWorklists(warehouse, { asOf, tables: TABLE_NAMES });
  const lists = drawn.map(({ id, rows }) => [id, rows.map((row) => row.episode_id ?? row.patient_id).sort()]);
  for (const [id, whom] of lists) expect([id, new Set(whom).size]).toEqual([id, whom?.length]);
  return Object.fromEntries(lists);
}

async function column(warehouse: Warehouse, sql: string): Promise<string[]> {
  const rows = await warehouse.rows<{ it: string }>(sql);
  return rows.map(({ it }) => it).sort();
}

/** Who is counted so in one month and window of a monthly measure. */
const published = (warehouse: Warehouse, month: string, measure: string, window: string, verdict: string) =>
  column(
    warehouse,
    `SELECT split_part(unit_id, ':', 1) AS it FROM measure.${measure}
     WHERE "window" = '${window}' AND period_start = DATE '${month}' AND ${verdict}`,
  );

/** Not met, or not yet, with no safety plan since and still in care. */
const UNANSWERED = `
  SELECT DISTINCT caseload.episode_id AS it
  FROM measure.safety_follow_up AS unit
  JOIN model.self_harm_report AS report ON report.assessment_id = unit.unit_id
  JOIN model.caseload ON caseload.episode_id = report.episode_id
  WHERE numerator = 0 AND coalesce(exclusion_reason, 'window_open') = 'window_open' AND NOT EXISTS (
    SELECT 1 FROM raw.care_event AS event JOIN raw.episode USING (episode_id)
    WHERE event.kind = 'safety_plan' AND episode.patient_id = report.patient_id
    AND event.event_date BETWEEN report.assessed_date AND $as_of::DATE)`;

/** Episodes in care that stand for their person in the month of the as-of date, as monthly measures count. */
const COUNTED = `SELECT episode_id AS it FROM model.episode_month WHERE month_end = $as_of::DATE AND is_in_care_at_end`;

/** Episodes of people who never report thoughts of self-harm twice in a month, so that each report is counted. */
const REPORTED_ONCE = `
  SELECT episode_id AS it FROM model.episode WHERE patient_id NOT IN (
    SELECT patient_id FROM model.self_harm_report
    GROUP BY patient_id, date_trunc('month', assessed_date) HAVING count(*) > 1)`;

/** People with a positive first screen in the last 12 months, no other screen, and no episode open then or begun since. */
const POSITIVE_AND_ALONE = `
  SELECT screen.patient_id AS it
  FROM measure.screening_yield AS unit
  JOIN model.screen ON unit_id = patient_id || ':' || strftime(assessed_date, '%Y-%m')
  WHERE numerator = 1 AND period_start > $as_of::DATE - INTERVAL 12 MONTH
  AND (SELECT count(*) FROM model.screen AS other WHERE other.patient_id = screen.patient_id) = 1
  AND NOT EXISTS (
    SELECT 1 FROM model.episode WHERE episode.patient_id = screen.patient_id
    AND (referred_date IS NOT NULL OR enrolled_date IS NOT NULL)
    AND (ended_date IS NULL OR ended_date >= assessed_date))`;

/** Episodes that have relapsed on their instrument, as time to relapse counts it, and are elevated by the last score. */
const RELAPSED = `
  SELECT caseload.episode_id AS it
  FROM model.caseload
  JOIN ref.instrument ON instrument.instrument = last_instrument AND last_score >= elevated_min
  JOIN model.time_to_event AS watched
    ON watched.episode_id = caseload.episode_id AND watched.instrument = last_instrument
  WHERE watched.event = 'relapse' AND is_event`;

/** People who could be among them: one screen, and a counted visit in its month. */
const SCREENED_ONCE = `
  SELECT min(screen.patient_id) AS it
  FROM model.screen
  LEFT JOIN measure.screening_yield ON unit_id = patient_id || ':' || strftime(assessed_date, '%Y-%m')
  GROUP BY screen.patient_id HAVING count(*) = 1 AND max(denominator) = 1`;

describe("on the last day of a month", () => {
  it("every list holds exactly whom the published measure counts, where that counts each", async () => {
    const sizes: Record<string, number> = {};
    for (const [index, asOf] of MONTH_ENDS.entries()) {
      const registry = { ...randomCare(index + 1, PEOPLE), asOf };
      const month = `${asOf.slice(0, 8)}01`;
      const warehouse = await warehouseOf(registry);
      const lists = await listsOf(warehouse, asOf);
      const count = (measure: string, window: string, verdict: string) =>
        published(warehouse, month, measure, window, verdict);
      const asOfDay = (sql: string) => sql.replaceAll("$as_of", `'${asOf}'`);

      const among = async (sql: string, list = "") => {
        const some = new Set(await column(warehouse, asOfDay(sql)));
        return lists[list]?.filter((whom) => some.has(whom));
      };

      expect(await among(COUNTED, "overdue_contact")).toEqual(
        await count("overdue_contact", "last_28d", MET),
      );
      expect(await among(COUNTED, "overdue_score")).toEqual(await count("recent_score", "last_30d", NOT_MET));
      expect(await among(COUNTED, "due_case_review")).toEqual(
        await count("consultation_if_not_improved", "last_60d", NOT_MET),
      );
      expect(lists.not_screened).toEqual(await count("screening_reach", "last_12m", NOT_MET));
      const unanswered = new Set(await column(warehouse, asOfDay(UNANSWERED)));
      const reportedOnce = await among(REPORTED_ONCE, "safety_follow_up");
      expect(lists.safety_follow_up).toEqual(expect.arrayContaining([...unanswered]));
      expect(reportedOnce?.filter((episode) => !unanswered.has(episode))).toEqual([]);
      expect(lists.relapsing).toEqual(await column(warehouse, RELAPSED));
      expect(await among(SCREENED_ONCE, "positive_screen")).toEqual(
        await column(warehouse, asOfDay(POSITIVE_AND_ALONE)),
      );
      for (const [id, rows] of Object.entries(lists)) sizes[id] = (sizes[id] ?? 0) + rows.length;
      await warehouse.close();
    }
    expect(EQUATED.filter((id) => (sizes[id] ?? 0) < 5)).toEqual([]);
  });

  it("the relapse-prevention plans due are those that would be missing if everyone left that day", async () => {
    let due = 0;
    for (const [index, asOf] of MONTH_ENDS.slice(2).entries()) {
      const registry = { ...randomCare(index + 20, PEOPLE), asOf };
      const warehouse = await warehouseOf(registry);
      const { relapse_plan_due } = await listsOf(warehouse, asOf);
      await warehouse.close();

      const episode = registry.episode.map((each) =>
        each.ended_date && each.ended_date < asOf ? each : { ...each, ended_date: asOf },
      );
      const leaving = new Set(
        episode.filter(({ ended_date }) => ended_date === asOf).map(({ episode_id }) => episode_id),
      );
      const closed = await warehouseOf({ ...registry, episode });
      const missing = await column(
        closed,
        `SELECT unit_id AS it FROM measure.relapse_prevention_plan WHERE ${NOT_MET}`,
      );
      await closed.close();
      expect(relapse_plan_due).toEqual(missing.filter((episode_id) => leaving.has(episode_id)));
      due += missing.length;
    }
    expect(due).toBeGreaterThan(3);
  });
});
