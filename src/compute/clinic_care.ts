import type { ClinicCare } from "../reference/clinic_care.ts";
import type { Row, Warehouse } from "../warehouse/warehouse.ts";

/** Caseload and care managers of every clinic on the as-of date. Staff in post is that of the latest month up to then. */
export async function countClinicCare(warehouse: Warehouse, asOf: string): Promise<ClinicCare[]> {
  const rows = await warehouse.rows<Counted>(SQL, { as_of: asOf });
  return rows.map(({ fte_hundredths, ...row }) => ({
    ...row,
    care_manager_fte: fte_hundredths === null ? null : fte_hundredths / 100,
  }));
}

type Counted = Row & Omit<ClinicCare, "care_manager_fte"> & { fte_hundredths: number | null };

const SQL = `
  WITH in_care AS (
    SELECT clinic_id, count(*) AS caseload, count(DISTINCT care_manager_id) AS care_managers
    FROM model.enrolment
    WHERE enrolled_date <= CAST($as_of AS DATE) AND coalesce(ended_date >= CAST($as_of AS DATE), TRUE)
    GROUP BY clinic_id
  ),
  staffed AS (
    SELECT clinic_id, month, fte, row_number() OVER (PARTITION BY clinic_id ORDER BY month DESC) AS recency
    FROM model.care_manager_fte
    WHERE month <= CAST($as_of AS DATE)
  )
  SELECT
    clinic.clinic_id,
    coalesce(in_care.caseload, 0) AS caseload,
    coalesce(in_care.care_managers, 0) AS care_managers,
    CAST(round(staffed.fte * 100) AS BIGINT) AS fte_hundredths,
    staffed.month AS fte_month
  FROM model.clinic
  LEFT JOIN in_care ON in_care.clinic_id = clinic.clinic_id
  LEFT JOIN staffed ON staffed.clinic_id = clinic.clinic_id AND staffed.recency = 1
  ORDER BY clinic.clinic_id`;
