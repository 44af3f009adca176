import { period } from "./formats.ts";
import { ALL, ANY, type Manifest, type Mean, type Release, type Subject, UNKNOWN } from "./release.ts";
import { STRINGS } from "./strings.ts";

/** A mean that can be read. */
export type ShownMean = Mean & Record<"n" | "mean", number>;

/** A mean and whom it is of. */
export interface NamedMean {
  name: string;
  mean: Mean;
}

/** All means of a subject. */
export function meansOf({ means: rows }: Release, { measure, instrument, window }: Subject): Mean[] {
  return rows.filter(
    (row) =>
      row.measure === measure.id && row.instrument === (instrument?.id ?? ANY) && row.window === window.id,
  );
}

/** Whether a mean speaks of the whole programme. */
export const isWhole = ({ clinic_id, stratum }: Mean): boolean => clinic_id === ALL && stratum === ALL;

/** Whether a mean can be read. */
export const isShown = (mean: Mean): mean is ShownMean => mean.status === "shown";

/** The programme in the finest grain that shows most of its periods, every clinic, and every stratum of which a level is shown. */
export function breakdowns(
  { clinics, strata }: Manifest,
  all: readonly Mean[],
): { what: string; rows: NamedMean[] }[] {
  const overall = all.filter(({ period_grain }) => period_grain === ALL);
  const clinicName = (id: string) => clinics.find(({ clinic_id }) => clinic_id === id)?.name ?? id;
  const tables = [
    overTime(all),
    {
      what: STRINGS.charts.clinic,
      rows: overall
        .filter(({ clinic_id, stratum }) => clinic_id !== ALL && stratum === ALL)
        .map((mean) => ({ name: clinicName(mean.clinic_id), mean })),
    },
    ...strata.map(({ id, title, levels }) => ({
      what: title.toLowerCase(),
      rows: levels
        .filter((level) => level.id !== UNKNOWN)
        .flatMap((level) =>
          overall
            .filter((mean) => mean.clinic_id === ALL && mean.stratum === id && mean.level === level.id)
            .map((mean) => ({ name: level.title, mean })),
        ),
    })),
  ];
  return tables.filter(({ rows }) => rows.some(({ mean }) => isShown(mean)));
}

function overTime(all: readonly Mean[]): { what: string; rows: NamedMean[] } {
  const [month = [], quarter = [], year = []] = (["month", "quarter", "year"] as const).map((grain) =>
    all.filter((mean) => isWhole(mean) && mean.period_grain === grain),
  );
  const periods = [month, quarter].find((means) => 2 * means.filter(isShown).length > means.length) ?? year;
  const grain = periods[0]?.period_grain ?? "year";
  return {
    what: STRINGS.grains[grain],
    rows: periods.map((mean) => ({ name: period(mean) ?? STRINGS.grains.all, mean })),
  };
}
