import { INSTRUMENTS } from "../reference/instruments.ts";
import { OUTCOME_WINDOWS } from "../reference/windows.ts";
import { identifier, literal, type Warehouse } from "../warehouse/warehouse.ts";
import { CARE_CHOICES, COURSES, FEES, METABOLIC, PAYERS, PLANNED_DAYS, SOCIAL } from "./given/care.ts";
import type { Choices } from "./given/choices.ts";
import { COMORBIDITIES, CONDITIONS, ITEM_DIFFICULTY, SMI_SCALES } from "./given/illness.ts";
import type { ParameterName } from "./given/parameters.ts";
import { PEOPLE_CHOICES, POPULATION, SEASONS } from "./given/people.ts";
import { PLACES } from "./given/places.ts";
import { CLINIC_ROLES, DEFECTS } from "./given/planted.ts";

/** How large a programme to make, and which. `first_patient` above 1 gives other people in the same clinics. */
export interface Setting {
  patients: number;
  first_patient: number;
  months: number;
  clinics: number;
  /** First and last day, ISO. */
  start_date: string;
  end_date: string;
}

type Cell = string | number | null;
type GivenRow = Readonly<Record<string, Cell>>;

/** Writes what the model starts from into the schema `given`: the setting and parameters as one row, and the vocabulary. */
export async function writeGiven(
  warehouse: Warehouse,
  setting: Setting,
  values: Record<ParameterName, number>,
): Promise<void> {
  const tables: Record<string, readonly GivenRow[]> = {
    parameter: [{ ...setting, ...values }],
    share: shares(),
    condition: CONDITIONS,
    season: SEASONS.map((season, index) => ({ calendar_month: index + 1, ...season })),
    planned_day: PLANNED_DAYS.map((day, step) => ({ step, day })),
    clinic_role: CLINIC_ROLES,
    place: PLACES.map((name, index) => ({ place: index, name })),
    age_group: POPULATION,
    item_difficulty: Object.entries(ITEM_DIFFICULTY).flatMap(([instrument, { levels, items }]) =>
      items.map((difficulty, index) => ({ instrument, levels, item: index + 1, difficulty })),
    ),
    smi_scale: SMI_SCALES,
    metabolic: METABOLIC.flatMap(({ days, ...observation }) => days.map((day) => ({ ...observation, day }))),
    social: SOCIAL,
    fee: FEES,
    payer: PAYERS,
    comorbidity: COMORBIDITIES,
    course: COURSES,
    band: bands(),
    defect: defects(),
    outcome_window: OUTCOME_WINDOWS.filter(({ end_days }) => end_days !== null).map(
      ({ id, months, start_days, end_days }) => ({ id, months, start_days, end_days }),
    ),
    yardstick: yardsticks(),
  };
  for (const [name, rows] of Object.entries(tables)) await warehouse.run(createTable(name, rows));
}

/** Every list of categories, the conditions of each setting among them. */
export const allChoices = (): Choices => ({
  ...PEOPLE_CHOICES,
  ...CARE_CHOICES,
  ...Object.fromEntries(
    ["primary_care", "specialty_mh"].map((setting) => [
      setting,
      Object.fromEntries(
        CONDITIONS.filter((row) => row.setting === setting).map(({ condition, share }) => [condition, share]),
      ),
    ]),
  ),
});

/** Lists of categories as ranges of slots from 0 to 999. */
const shares = (): GivenRow[] =>
  Object.entries(allChoices()).flatMap(([list, choices]) => {
    const slots = ranges(Object.values(choices));
    return Object.keys(choices).map((value, index) => ({
      list,
      value,
      from_slot: slots[index]?.[0] ?? 0,
      to_slot: slots[index]?.[1] ?? 0,
    }));
  });

/** Neighbouring ranges of these widths, from 0 on, each without its end. */
function ranges(widths: readonly number[]): [number, number][] {
  let end = 0;
  return widths.map((width) => {
    const start = end;
    end += width;
    return [start, end];
  });
}

const TOLD = INSTRUMENTS.filter(({ id }) => id === "phq9" || id === "gad7");

/** The published cut-offs of the instruments whose truth is told. */
function yardsticks(): GivenRow[] {
  return TOLD.map((instrument) => ({
    instrument: instrument.id,
    elevated_min: instrument.elevated_min.value,
    response_divisor: instrument.response_divisor.value,
    remission_max: instrument.remission_max?.value ?? null,
  }));
}

function bands(): GivenRow[] {
  return TOLD.flatMap(({ id, bands }) =>
    bands.value.map((band) => ({ instrument: id, band: band.id, score_min: band.min, score_max: band.max })),
  );
}

/** Each fault owns a range of fates within its file, so that no row has two. */
function defects(): GivenRow[] {
  const used = new Map<string, number>();
  return DEFECTS.map(({ file, kind, permille }) => {
    const from_fate = used.get(file) ?? 0;
    used.set(file, from_fate + permille);
    return { file, kind, from_fate, to_fate: from_fate + permille };
  });
}

function createTable(name: string, rows: readonly GivenRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => `(${columns.map((column) => sqlValue(row[column] ?? null)).join(", ")})`);
  return `CREATE OR REPLACE TABLE given.${identifier(name)} AS SELECT * FROM (VALUES ${values.join(", ")}) AS row (${columns.map(identifier).join(", ")})`;
}

function sqlValue(value: Cell): string {
  if (value === null) return "CAST(NULL AS INTEGER)";
  if (typeof value === "number") return String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `CAST(${literal(value)} AS DATE)` : literal(value);
}
