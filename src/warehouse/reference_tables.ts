import { BILLING_CODES, BILLING_RULES } from "../reference/billing.ts";
import { CARE_MANAGER_ROLES, CARE_RULES, SCREENING_INSTRUMENTS } from "../reference/care_rules.ts";
import { CARE_WINDOWS } from "../reference/care_windows.ts";
import { SET_CODES } from "../reference/code_sets.ts";
import { DEFINITIONS } from "../reference/definitions.ts";
import { INSTRUMENTS } from "../reference/instruments.ts";
import { PSYCHOTROPIC_CLASSES } from "../reference/medication.ts";
import {
  EXCLUDING_DIAGNOSES,
  INDEX_RULES,
  INDEX_WINDOWS,
  MEDICAID_PAYERS,
  NHS_CASENESS,
  PHQ9_VERSIONS,
  PROGRAMME_RULES,
  YEAR_THIRDS,
} from "../reference/programmes.ts";
import { AGE_BANDS } from "../reference/strata.ts";
import { BASELINE_ON_TIME_DAYS, OUTCOME_WINDOWS } from "../reference/windows.ts";
import { identifier, type Row, type Warehouse } from "./warehouse.ts";

/** A table of the `ref` schema: its columns with their SQL types, and its rows. */
interface ReferenceTable {
  name: string;
  columns: Readonly<Record<string, string>>;
  rows: readonly Row[];
}

/** Writes the vocabulary of `reference/` into the `ref` schema, replacing what was there, so that models can join it. */
export async function loadReference(warehouse: Warehouse): Promise<void> {
  for (const table of REFERENCE_TABLES) await writeTable(warehouse, table);
}

const REFERENCE_TABLES: readonly ReferenceTable[] = [
  {
    name: "instrument",
    columns: {
      instrument: "VARCHAR",
      position: "INTEGER",
      name: "VARCHAR",
      construct: "VARCHAR",
      items: "INTEGER",
      item_min: "INTEGER",
      item_max: "INTEGER",
      min: "INTEGER",
      max: "INTEGER",
      higher_is_worse: "BOOLEAN",
      scoring: "VARCHAR",
      prorate_max_missing: "INTEGER",
      elevated_min: "INTEGER",
      response_divisor: "INTEGER",
      remission_max: "INTEGER",
      reliable_change: "INTEGER",
      self_harm_item: "INTEGER",
    },
    rows: INSTRUMENTS.map((scale, position) => ({
      instrument: scale.id,
      position,
      name: scale.name,
      construct: scale.construct,
      items: scale.items,
      item_min: scale.item_min,
      item_max: scale.item_max,
      min: scale.min,
      max: scale.max,
      higher_is_worse: scale.higher_is_worse,
      scoring: scale.scoring,
      prorate_max_missing: scale.prorate_max_missing.value,
      elevated_min: scale.elevated_min.value,
      response_divisor: scale.response_divisor.value,
      remission_max: scale.remission_max?.value ?? null,
      reliable_change: scale.reliable_change?.value ?? null,
      self_harm_item: scale.self_harm_item ?? null,
    })),
  },
  {
    name: "instrument_alias",
    columns: { alias: "VARCHAR", instrument: "VARCHAR" },
    rows: INSTRUMENTS.flatMap(({ id, aliases }) =>
      [id, ...aliases].map((alias) => ({ alias: alias.toLowerCase(), instrument: id })),
    ),
  },
  {
    name: "instrument_band",
    columns: { instrument: "VARCHAR", band: "VARCHAR", label: "VARCHAR", min: "INTEGER", max: "INTEGER" },
    rows: INSTRUMENTS.flatMap((scale) =>
      scale.bands.value.map(({ id, label, min, max }) => ({
        instrument: scale.id,
        band: id,
        label,
        min,
        max,
      })),
    ),
  },
  {
    name: "outcome_window",
    columns: {
      window: "VARCHAR",
      title: "VARCHAR",
      months: "INTEGER",
      start_days: "INTEGER",
      end_days: "INTEGER",
    },
    rows: OUTCOME_WINDOWS.map(({ id, title, months, start_days, end_days }) => ({
      window: id,
      title,
      months,
      start_days,
      end_days,
    })),
  },
  {
    name: "baseline_rule",
    columns: { on_time_days: "INTEGER" },
    rows: [{ on_time_days: BASELINE_ON_TIME_DAYS }],
  },
  {
    name: "care_window",
    columns: {
      window: "VARCHAR",
      start_months: "INTEGER",
      start_days: "INTEGER",
      end_months: "INTEGER",
      end_days: "INTEGER",
    },
    rows: CARE_WINDOWS.map(({ id, start_months, months, start_days, end_days }) => ({
      window: id,
      start_months: start_months ?? months,
      start_days,
      end_months: months,
      end_days,
    })),
  },
  rulesTable("care_rule", CARE_RULES),
  {
    name: "billing_code",
    columns: {
      code: "VARCHAR",
      role: "VARCHAR",
      months: "VARCHAR",
      minutes_min: "INTEGER",
      minutes_full: "INTEGER",
    },
    rows: BILLING_CODES.map(({ code, role, months, minutes_min, minutes_full }) => ({
      code,
      role,
      months,
      minutes_min,
      minutes_full,
    })),
  },
  {
    name: "billing_exclusion",
    columns: { code: "VARCHAR", other_code: "VARCHAR" },
    rows: BILLING_CODES.flatMap(({ code, not_with }) => not_with.map((other_code) => ({ code, other_code }))),
  },
  rulesTable("billing_rule", BILLING_RULES),
  {
    name: "care_manager_role",
    columns: { role: "VARCHAR" },
    rows: CARE_MANAGER_ROLES.map((role) => ({ role })),
  },
  {
    name: "psychotropic_class",
    columns: { class: "VARCHAR" },
    rows: PSYCHOTROPIC_CLASSES.map((name) => ({ class: name })),
  },
  {
    name: "screening_instrument",
    columns: { instrument: "VARCHAR" },
    rows: SCREENING_INSTRUMENTS.map((instrument) => ({ instrument })),
  },
  {
    name: "code_set",
    columns: { code_set: "VARCHAR", code: "VARCHAR" },
    rows: SET_CODES,
  },
  {
    name: "index_rule",
    columns: {
      rule: "VARCHAR",
      days_before: "INTEGER",
      days_after: "INTEGER",
      intake_from_months: "INTEGER",
      intake_to_months: "INTEGER",
      intake_of: "VARCHAR",
      age_on: "VARCHAR",
      exclude_to: "VARCHAR",
      palliative: "BOOLEAN",
    },
    rows: INDEX_RULES.map(({ id, source: _, ...rule }) => ({ rule: id, ...rule })),
  },
  {
    name: "index_window",
    columns: {
      window: "VARCHAR",
      rule: "VARCHAR",
      months: "INTEGER",
      start_days: "INTEGER",
      end_days: "INTEGER",
      closes_months: "INTEGER",
    },
    rows: INDEX_WINDOWS.map(({ id, ...window }) => ({ window: id, ...window })),
  },
  {
    name: "programme_rule",
    columns: Object.fromEntries(Object.keys(PROGRAMME_RULES).map((rule) => [rule, "INTEGER"])),
    rows: [Object.fromEntries(Object.entries(PROGRAMME_RULES).map(([rule, { value }]) => [rule, value]))],
  },
  {
    name: "year_third",
    columns: { window: "VARCHAR", start_months: "INTEGER", end_months: "INTEGER" },
    rows: YEAR_THIRDS.map(({ id, ...third }) => ({ window: id, ...third })),
  },
  {
    name: "phq9_version",
    columns: { instrument: "VARCHAR", age_from: "INTEGER", age_to: "INTEGER" },
    rows: PHQ9_VERSIONS,
  },
  {
    name: "excluding_diagnosis",
    columns: { code_set: "VARCHAR" },
    rows: EXCLUDING_DIAGNOSES.map((code_set) => ({ code_set })),
  },
  {
    name: "definition",
    columns: { definition: "VARCHAR", position: "INTEGER" },
    rows: DEFINITIONS.map(({ id }, position) => ({ definition: id, position })),
  },
  {
    name: "nhs_caseness",
    columns: { instrument: "VARCHAR", case_min: "INTEGER" },
    rows: NHS_CASENESS,
  },
  {
    name: "medicaid_payer",
    columns: { payer: "VARCHAR" },
    rows: MEDICAID_PAYERS.map((payer) => ({ payer })),
  },
  {
    name: "digit",
    columns: { digit: "INTEGER" },
    rows: Array.from({ length: 10 }, (_, digit) => ({ digit })),
  },
  {
    name: "age_band",
    columns: { age_band: "VARCHAR", title: "VARCHAR", age_from: "INTEGER", age_to: "INTEGER" },
    rows: AGE_BANDS.map(({ id, title, age_from, age_to }) => ({ age_band: id, title, age_from, age_to })),
  },
];

/** Numbers that models turn on, as the one row of a table. */
function rulesTable(name: string, rules: Readonly<Record<string, { value: number }>>): ReferenceTable {
  return {
    name,
    columns: Object.fromEntries(Object.keys(rules).map((rule) => [rule, "INTEGER"])),
    rows: [Object.fromEntries(Object.entries(rules).map(([rule, { value }]) => [rule, value]))],
  };
}

async function writeTable(warehouse: Warehouse, { name, columns, rows }: ReferenceTable): Promise<void> {
  const names = Object.keys(columns);
  const definitions = names.map((column) => `${identifier(column)} ${columns[column]}`);
  await warehouse.run(`CREATE OR REPLACE TABLE ref.${identifier(name)} (${definitions.join(", ")})`);
  const places = rows.map((_, at) => `(${names.map((column) => `$${column}_${at}`).join(", ")})`);
  const values = rows.flatMap((row, at) => names.map((column) => [`${column}_${at}`, row[column] ?? null]));
  await warehouse.run(
    `INSERT INTO ref.${identifier(name)} VALUES ${places.join(", ")}`,
    Object.fromEntries(values),
  );
}
