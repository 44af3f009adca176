import { ProgramError } from "../errors.ts";
import type { ParameterName } from "./given/parameters.ts";
import type { Setting } from "./write_given.ts";

export const FORMATS = ["parquet", "csv"] as const;
export type Format = (typeof FORMATS)[number];

/** Which programme to make. The same options give the same programme, on any machine and any number of threads. */
export interface ProgrammeOptions {
  patients: number;
  months: number;
  clinics: number;
  seed: number;
  /** First month, `yyyy-mm`. */
  startMonth?: string;
  /** Number of the first person; above 1 the same clinics see other people: another draw of the same programme. */
  firstPatient?: number;
  /** Parameters to replace, e.g. `{ improving_share: 0 }` for a programme in which that clinic does not change. */
  changes?: Partial<Record<ParameterName, number>>;
}

/** The earliest start keeps every date of a life after 1900. */
const RANGES = {
  patients: [1, 10_000_000],
  months: [1, 240],
  clinics: [1, 99],
  seed: [0, Number.MAX_SAFE_INTEGER],
  firstPatient: [1, 1_000_000_000],
} as const;

/** Turns options into the setting the model reads. Throws ProgramError that names the option at fault and its range. */
export function readSetting(options: ProgrammeOptions): Setting {
  const { patients, months, clinics, startMonth = "2022-01", firstPatient = 1 } = options;
  for (const [name, [min, max]] of Object.entries(RANGES)) {
    const value = { firstPatient, ...options }[name as keyof typeof RANGES];
    if (!Number.isInteger(value) || value < min || value > max)
      throw new ProgramError(`${name} must be a whole number from ${min} to ${max}, not ${value}`);
  }
  const [, year, month] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(startMonth) ?? [];
  if (!year || !month) throw new ProgramError(`the first month must be written 20yy-mm, not ${startMonth}`);
  const day = (monthsLater: number, dayOfMonth: number) =>
    new Date(Date.UTC(Number(year), Number(month) - 1 + monthsLater, dayOfMonth)).toISOString().slice(0, 10);
  return {
    patients,
    first_patient: firstPatient,
    months,
    clinics,
    start_date: day(0, 1),
    end_date: day(months, 0),
  };
}
