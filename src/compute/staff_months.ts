import type { Row, Warehouse } from "../warehouse/warehouse.ts";

/** The staff of a clinic in one calendar month: full-time equivalents and cost, null where not recorded. */
export interface StaffMonth {
  clinic_id: string;
  month: string;
  fte: number;
  care_manager_fte: number | null;
  cost: number | null;
}

/** Fractions leave the database as whole ten-thousandths. */
const UNIT = 10_000;

/** Staff month by month, by clinic and month; empty where no post is recorded. */
export async function staffMonths(warehouse: Warehouse): Promise<StaffMonth[]> {
  const whole = (column: string) => `CAST(${column} * ${UNIT} AS BIGINT) AS ${column}`;
  const rows = await warehouse.rows<Row & StaffMonth>(
    `SELECT clinic_id, month, ${["fte", "care_manager_fte", "cost"].map(whole).join(", ")}
    FROM model.staff_month ORDER BY clinic_id, month`,
  );
  const part = (units: number | null) => (units === null ? null : units / UNIT);
  return rows.map(({ clinic_id, month, fte, care_manager_fte, cost }) => ({
    clinic_id,
    month,
    fte: fte / UNIT,
    care_manager_fte: part(care_manager_fte),
    cost: part(cost),
  }));
}
