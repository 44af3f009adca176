import { identifier, type Row, type Warehouse } from "../warehouse/warehouse.ts";
import { PARAMETERS } from "./given/parameters.ts";
import { MISSING_COLUMNS } from "./given/planted.ts";
import type { Programme } from "./programme.ts";

/** Counts among people elevated at baseline whose window has closed. */
export interface TrueRate {
  /** Null: the whole programme. */
  clinic_id: string | null;
  /** Null: every severity. */
  baseline_band: string | null;
  instrument: string;
  window_id: string;
  eligible: number;
  /** In a complete record: what everyone's last planned score in the window would have shown. */
  response: number;
  remission: number;
  /** In a complete record of the same people left to themselves; null where the model does not say. */
  response_without_care: number | null;
  remission_without_care: number | null;
  /** In the extract (before planted defects): people with a score in the window, and what the last one shows. */
  seen: number;
  response_seen: number;
  remission_seen: number;
}

/** Something that really changes, in a clinic, for everyone enrolled from a month on. */
interface SpecialCause {
  clinic_id: string;
  kind: "improves" | "deteriorates";
  from_month: string;
  /** Thousandths of the severity at intake. */
  change_share: number;
}

interface EquityGap {
  cause: string;
  /** Clinics where the cause holds. */
  clinic_ids: string[];
  groups: {
    clinic_id: string;
    language: string;
    is_bilingual: boolean;
    started: number;
    early: number;
    eligible: number;
    response: number;
  }[];
}

/** An area in the programme's last year: residents, expected cases (thousandths), people treated, cases not treated (thousandths). */
interface TrueNeed {
  area_code: string;
  persons: number;
  cases_milli: number;
  treated: number;
  unmet_milli: number;
}

interface PlantedDefect {
  file: string;
  kind: string;
  /** Rows that are spoilt; all rows of the file where it lacks a column. */
  rows: number;
  /** The column that the file lacks. */
  column?: string;
}

/** What is true of a synthetic programme, and known to nobody who only has its extract. */
export interface Truth {
  synthetic: true;
  seed: number;
  setting: Programme["setting"];
  parameters: Record<string, { value: number; unit: string; source: string }>;
  rates: TrueRate[];
  special_causes: SpecialCause[];
  equity_gap: EquityGap;
  need: TrueNeed[];
  defects: PlantedDefect[];
}

/** Reads the truth out of a programme that was made in this warehouse. */
export async function readTruth(
  warehouse: Warehouse,
  { setting, seed, values }: Programme,
  { defects = false }: { defects?: boolean } = {},
): Promise<Truth> {
  const ordered = <T>(table: string, order: string) =>
    warehouse.rows(`SELECT * FROM ${table} ORDER BY ${order}`) as Promise<(T & Row)[]>;
  const rates = await ordered<TrueRate>(
    "truth.rate",
    "instrument, window_id, clinic_id NULLS FIRST, baseline_band NULLS FIRST",
  );
  const planted = await ordered<SpecialCause & { role: string }>("truth.planted_clinic", "clinic_id");
  return {
    synthetic: true,
    seed,
    setting,
    parameters: Object.fromEntries(
      Object.entries(PARAMETERS).map(([name, parameter]) => [
        name,
        { ...parameter, value: values[name as keyof typeof PARAMETERS] },
      ]),
    ),
    rates,
    special_causes: planted
      .filter(({ change_share }) => change_share !== 0)
      .map(({ clinic_id, role, from_month, change_share }) => ({
        clinic_id,
        kind: role as SpecialCause["kind"],
        from_month,
        change_share,
      })),
    equity_gap: {
      cause:
        "No care manager is bilingual: fewer Spanish speakers are followed up in 28 days, and care helps them less",
      clinic_ids: planted.filter(({ role }) => role === "language_gap").map(({ clinic_id }) => clinic_id),
      groups: await ordered<EquityGap["groups"][number]>("truth.language", "clinic_id, language"),
    },
    need: (await ordered<TrueNeed>("truth.need", "area_code")).map((need) => ({
      ...need,
      unmet_milli: Math.max(0, need.cases_milli - 1000 * need.treated),
    })),
    defects: defects ? await readDefects(warehouse) : [],
  };
}

async function readDefects(warehouse: Warehouse): Promise<PlantedDefect[]> {
  const planted = await warehouse.rows<PlantedDefect & Row>(
    "SELECT file, kind, count(*) AS rows FROM planted.defect GROUP BY file, kind ORDER BY file, kind",
  );
  for (const { file, column } of MISSING_COLUMNS) {
    const [counted] = await warehouse.rows<{ rows: number }>(
      `SELECT count(*) AS rows FROM extract.${identifier(file)}`,
    );
    planted.push({ file, kind: "missing_column", column, rows: counted?.rows ?? 0 });
  }
  return planted;
}
