import { ascending, greatest, group, sum } from "d3";
import { ALL, addressOf, type CellKey, type CountCell, type MomentCell } from "../reference/cells.ts";
import { addMoments } from "../reference/moments.ts";
import type { CountedCurve } from "../reference/survival.ts";
import type { Policy } from "./policy.ts";

/** Stands in `clinic_id` for the clinics that are counted together. */
export const POOLED = "pooled_clinics";

/**
 * The clinics too small to be told apart: those whose largest count of people over all time is under the policy's
 * `pool_clinics_under`, with the next smallest until the pool is two clinics and that many people. None where that would take
 * every clinic, for the pool would then be the whole programme.
 */
export function clinicsToPool(
  cells: readonly CountCell[],
  { pool_clinics_under: least }: Pick<Policy, "pool_clinics_under">,
): ReadonlySet<string> {
  const whole = cells.filter(
    ({ period_grain, clinic_id, stratum }) => period_grain === ALL && clinic_id !== ALL && stratum === ALL,
  );
  const clinics = [...group(whole, ({ clinic_id }) => clinic_id)]
    .map(([clinic_id, own]) => ({
      clinic_id,
      people: greatest(own, ({ denominator }) => denominator)?.denominator ?? 0,
    }))
    .sort((a, b) => ascending(a.people, b.people) || ascending(a.clinic_id, b.clinic_id));
  const pool: typeof clinics = [];
  for (const clinic of clinics) {
    const isEnough = pool.length !== 1 && sum(pool, ({ people }) => people) >= least;
    if (clinic.people >= least && (pool.length === 0 || isEnough)) break;
    pool.push(clinic);
  }
  return new Set(pool.length === clinics.length ? [] : pool.map(({ clinic_id }) => clinic_id));
}

/** Adds up the counts of pooled clinics; other rows stay, in their order, and the pool comes last. */
export const poolCounts = (cells: readonly CountCell[], pooled: ReadonlySet<string>): CountCell[] =>
  pool(cells, pooled, addressOf, (own, first) => ({
    ...first,
    denominator: sum(own, ({ denominator }) => denominator),
    observed: sum(own, ({ observed }) => observed),
    numerator: sum(own, ({ numerator }) => numerator),
  }));

/** Adds up the scores of pooled clinics likewise. */
export const poolMoments = (cells: readonly MomentCell[], pooled: ReadonlySet<string>): MomentCell[] =>
  pool(cells, pooled, addressOf, addMoments);

/** Puts the people of pooled clinics on one curve. */
export const poolCurves = (curves: readonly CountedCurve[], pooled: ReadonlySet<string>): CountedCurve[] =>
  pool(
    curves,
    pooled,
    ({ instrument, event, scale, stratum, level }) => [instrument, event, scale, stratum, level].join("|"),
    (own, first) => ({
      ...first,
      ends: own.flatMap(({ ends }) => ends).sort((a, b) => ascending(a.time, b.time)),
    }),
  );

function pool<Row extends Pick<CellKey, "clinic_id">>(
  rows: readonly Row[],
  pooled: ReadonlySet<string>,
  keyOf: (row: Row) => string,
  merge: (own: readonly Row[], first: Row) => Row,
): Row[] {
  if (pooled.size === 0) return [...rows];
  const own = rows
    .filter(({ clinic_id }) => pooled.has(clinic_id))
    .map((row) => ({ ...row, clinic_id: POOLED }));
  const merged = [...group(own, keyOf).values()].map((same) => merge(same, same[0] as Row));
  return [...rows.filter(({ clinic_id }) => !pooled.has(clinic_id)), ...merged];
}
