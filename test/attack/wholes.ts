import { type Row, series } from "./unknowns.ts";

const COARSER: Record<string, string> = { month: "quarter", quarter: "year", year: "all", all: "" };

/** A row that another is part of, with the name of the way in which it is divided. */
export interface Whole {
  axis: string;
  whole: Row;
}

/**
 * Finds the rows of which a row is a part: everyone in its clinic, in all clinics, in the next longer period; and where somebody
 * publishes them, any other span of months and any wider band of ages.
 */
export function wholesIn(cells: readonly Row[]): (row: Row) => Whole[] {
  const periodsOf = new Map<string, Row[]>();
  for (const row of cells) periodsOf.set(group(row), [...(periodsOf.get(group(row)) ?? []), row]);
  const find = (row: Row, fits: (other: Row) => boolean) => periodsOf.get(group(row))?.find(fits);
  const spans = cells.filter(({ period_grain = "" }) => COARSER[period_grain] === undefined);
  const wider = widerBands(cells);
  const coverAll = coversAllAges(cells);
  return (row) => {
    const samePeriod = (other: Row) =>
      other.period_grain === row.period_grain && other.period_start === row.period_start;
    const longerPeriod = (other: Row) =>
      other.period_grain === COARSER[row.period_grain ?? ""] && covers(other, row);
    const inSpan = (span: Row) =>
      row.period_grain === "month" && group(span) === group(row) && covers(span, row);
    const found = {
      clinics: row.clinic_id === "all" ? undefined : find({ ...row, clinic_id: "all" }, samePeriod),
      [`levels of ${row.stratum}`]:
        row.stratum === "all" || !coverAll(row)
          ? undefined
          : find({ ...row, stratum: "all", level: "all" }, samePeriod),
      [`${row.period_grain}s`]: find(row, longerPeriod),
      ...Object.fromEntries(spans.filter(inSpan).map((span) => [`months until ${span.period_end}`, span])),
      ...Object.fromEntries(wider(row).map((band) => [`ages ${band.level}`, find(band, samePeriod)])),
    };
    return Object.entries(found).flatMap(([axis, whole]) => (whole ? [{ axis, whole }] : []));
  };
}

/** Whether all of a row's period lies in another's. */
export function covers(longer: Row, row: Row): boolean {
  if (longer.period_grain === "all") return true;
  const [from = "", to = "", start = "", end = ""] = [
    longer.period_start,
    longer.period_end,
    row.period_start,
    row.period_end,
  ];
  return start !== "" && from <= start && end <= to;
}

/** Bands of ages, of another way to band them, that hold all of a row's band: told from what the labels say. */
function widerBands(cells: readonly Row[]): (row: Row) => Row[] {
  const labels = new Map(
    cells.map(({ stratum = "", level = "" }) => [`${stratum} ${level}`, { stratum, level }]),
  );
  const bands = [...labels.values()].flatMap((label) => {
    const ages = agesOf(label.level);
    return ages ? [{ ...label, ages }] : [];
  });
  const isBandedTwice = new Set(bands.map(({ stratum }) => stratum)).size > 1;
  return (row) => {
    const own = isBandedTwice ? agesOf(row.level) : null;
    if (!own) return [];
    const holds = ({ stratum, ages: [from, to] }: (typeof bands)[number]) =>
      stratum !== row.stratum && from <= own[0] && own[1] <= to && (from < own[0] || own[1] < to);
    return bands.filter(holds).map(({ stratum, level }) => ({ ...row, stratum, level }));
  };
}

/** Whether the levels of a row's stratum are everybody; bands of ages may not be. */
function coversAllAges(cells: readonly Row[]): (row: Row) => boolean {
  const lowest = new Map<string, number>();
  for (const { stratum = "", level } of cells)
    lowest.set(stratum, Math.min(lowest.get(stratum) ?? Number.POSITIVE_INFINITY, agesOf(level)?.[0] ?? 0));
  return ({ stratum = "" }) => lowest.get(stratum) === 0;
}

function agesOf(level = ""): [from: number, to: number] | null {
  const [, under, from, to] = /^(?:under_(\d+)|(\d+)_(?:to_(\d+)|and_over))$/.exec(level) ?? [];
  if (under) return [0, Number(under) - 1];
  return from ? [Number(from), to ? Number(to) : Number.POSITIVE_INFINITY] : null;
}

const group = (row: Row): string => [series(row), row.clinic_id, row.stratum, row.level].join("|");
