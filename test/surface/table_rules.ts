import { WAIT_SCALE } from "../../src/reference/survival.ts";
import { lifeTable } from "../../src/stats/life_table.ts";
import { meanIntervalOf } from "../../src/stats/mean_interval.ts";
import { wilson } from "../../src/stats/wilson.ts";
import { capacityRules } from "./capacity_rules.ts";
import { addressOf, ids, keyRules, period, STATUS, type Vocabulary } from "./cell_rules.ts";
import { countBy, day, declared, type FieldRule, functionOf, isSame, oneOf, onGrid } from "./column_rules.ts";
import { modelledRules } from "./modelled_rules.ts";
import type { PublishedTable, Row } from "./read_tables.ts";

/** Every released table with a rule for each of its columns. A table or a column that has none is reported. */
export function tableRules(
  words: Vocabulary,
  tables: readonly PublishedTable[],
): Record<string, Record<string, FieldRule>> {
  const counts = new Map(
    tables.find(({ name }) => name === "cells")?.rows.map((row) => [addressOf(row), row]),
  );
  return {
    cells: cellRules(words),
    waterfall: waterfallRules(words),
    means: meanRules(words, counts),
    signals: signalRules(words),
    survival: survivalRules(words),
    waits: waitRules(words),
    costs: costRules(words, counts),
    ...capacityRules(words),
    ...modelledRules(words, counts),
    targets: targetRules(words),
  };
}

function cellRules(words: Vocabulary): Record<string, FieldRule> {
  const { policy } = words;
  const count = countBy(policy);
  const of = (whole: string, compute: (part: number, whole: number) => number | undefined) =>
    functionOf(policy, ["numerator", whole], (part, n) => (n === 0 ? null : compute(part, n)));
  const share = (part: number, whole: number) => part / whole;
  const lower = (part: number, whole: number) => wilson(part, whole)?.lower;
  const upper = (part: number, whole: number) => wilson(part, whole)?.upper;
  return {
    ...keyRules(words),
    period_grain: period,
    period_start: day,
    period_end: day,
    denominator: count,
    observed: count,
    numerator: count,
    value: of("denominator", share),
    lower: of("denominator", lower),
    upper: of("denominator", upper),
    observed_value: of("observed", share),
    observed_lower: of("observed", lower),
    observed_upper: of("observed", upper),
    follow_up: functionOf(policy, ["observed", "denominator"], (seen, n) => (n === 0 ? null : seen / n)),
    highest_possible: functionOf(policy, ["numerator", "denominator", "observed"], (met, n, seen) =>
      n === 0 ? null : (met + n - seen) / n,
    ),
    cohort: oneOf("closed", "closing", "open"),
    status: STATUS,
  };
}

function waterfallRules(words: Vocabulary): Record<string, FieldRule> {
  const { measure, instrument, window } = keyRules(words);
  return {
    measure,
    instrument,
    window,
    period_start: day,
    step_order: declared(...Array.from({ length: 30 }, (_, order) => order)),
    step: (field) => (/^[a-z][a-z_]*$/.test(field) ? null : "is no step"),
    units: countBy(words.policy),
    status: STATUS,
  };
}

/** A mean stands in steps of the scale's range (or of the most that its measure declares) over the fewest people its count can stand for, a variance in steps of half the range squared. */
function meanRules(words: Vocabulary, counts: ReadonlyMap<string, Row>): Record<string, FieldRule> {
  const { policy, instruments, measures } = words;
  const reach = (policy.round_to - 1) / 2;
  const meanOf = ({ measure }: Row) => measures.find(({ id }) => id === measure)?.mean;
  const range = (row: Row) => {
    const { instrument } = row;
    const most = meanOf(row)?.most;
    if (most) return most;
    const scale = instruments.find(({ id }) => id === instrument);
    return scale ? scale.max - scale.min : Number.NaN;
  };
  const told =
    (names: readonly string[], compute: (row: Row, ...values: number[]) => number | null): FieldRule =>
    (field, row, table, at) =>
      functionOf(policy, ["n", "mean", ...names], (_n, _mean, ...values) => compute(row, ...values))(
        field,
        row,
        table,
        at,
      );
  const isRounded = (value: number, people: string | undefined, row: Row, power: 1 | 2) =>
    onGrid(value, (power === 1 ? range(row) : (range(row) / 2) ** 2) / (Number(people) - reach));
  const stepped =
    (power: 1 | 2): FieldRule =>
    (field, row) => {
      if (field === policy.symbol || field === "") return null;
      return isRounded(Number(field) ** power, row.n, row, power) ? null : "is finer than its count allows";
    };
  const interval = ({ n, mean, sd }: Row) =>
    meanIntervalOf({ n: Number(n), mean: Number(mean), sd: Number(sd) });
  const eligible = (row: Row) => counts.get(addressOf(row))?.denominator;
  return {
    ...keyRules(words),
    period_grain: period,
    period_start: day,
    period_end: day,
    unit: (field, row) => (field === meanOf(row)?.unit ? null : "is not the unit of its measure"),
    n: (field, row) =>
      field === (counts.get(addressOf(row))?.observed ?? "") ? null : "is not the count of its cell",
    mean: stepped(1),
    sd: stepped(2),
    lower: told(["sd"], (row) => interval(row).lower),
    upper: told(["sd"], (row) => interval(row).upper),
    mean_if_unchanged: told([], (row) =>
      row.unit === "points" ? (Number(row.mean) * Number(row.n)) / Number(eligible(row)) : null,
    ),
    effect_size: (field, row) => {
      if (field === policy.symbol || field === "" || Number(field) === 0) return null;
      const sdAtStart = Number(row.mean) / Number(field);
      return isRounded(sdAtStart ** 2, eligible(row), row, 2)
        ? null
        : "rests on a spread that is finer than its count allows";
    },
    status: STATUS,
  };
}

/** What staff cost is of no patient; the people it is divided by are those of a published cell. */
function costRules(words: Vocabulary, counts: ReadonlyMap<string, Row>): Record<string, FieldRule> {
  const { policy, clinics } = words;
  const cell = (row: Row) => counts.get(addressOf(row)) ?? {};
  const end =
    (of: "lower" | "upper"): FieldRule =>
    (field, row) => {
      if (field === policy.symbol || field === "") return null;
      const { denominator, [of]: share } = cell(row);
      return isSame(field, Number(row.cost) / (Number(denominator) * Number(share)))
        ? null
        : "is no function of its cell";
    };
  return {
    ...keyRules(words),
    period_grain: period,
    period_start: day,
    period_end: day,
    outcome: oneOf("reached", "response", "remission"),
    cost_start: day,
    cost_end: day,
    clinics: declared(...clinics.map((_, at) => at), clinics.length),
    cost: (field) => (field === policy.symbol || /^\d*$/.test(field) ? null : "is no whole amount"),
    people: (field, row) => {
      const { numerator = "" } = cell(row);
      const isLeftBlank = field === "" && numerator === policy.symbol && row.status === "no_value";
      return field === numerator || isLeftBlank ? null : "is not the count of its cell";
    },
    cost_per_person: functionOf(policy, ["cost", "people"], (cost, people) =>
      people === 0 ? null : cost / people,
    ),
    lower: end("upper"),
    upper: end("lower"),
    status: STATUS,
  };
}

/** What the programme has set itself, as it says in its program file, and a word on whether it gets there. */
function targetRules(words: Vocabulary): Record<string, FieldRule> {
  const { measure, instrument, window } = keyRules(words);
  return {
    measure,
    instrument,
    window,
    bound: oneOf("at_least", "at_most"),
    target: (field) => (/^(1|0(\.\d{1,2})?)$/.test(field) ? null : "is finer than a target"),
    source: (field) => (/^[^\d]*(\b(19|20)\d{2}\b[^\d]*)*$/.test(field) ? null : "holds a number"),
    assurance: (field) => (/^[a-z_]*$/.test(field) ? null : "is no verdict"),
  };
}

function signalRules(words: Vocabulary): Record<string, FieldRule> {
  const { measure, instrument, window, clinic_id } = keyRules(words);
  return {
    measure,
    instrument,
    window,
    clinic_id,
    kind: oneOf("month", "recent", "funnel"),
    period_start: day,
    label: oneOf("improvement", "concern", "change", "common_cause", "too_early"),
  };
}

/** A curve is a life table of its published counts, over the times at which they are shown. */
function survivalRules(words: Vocabulary): Record<string, FieldRule> {
  const { policy, survival } = words;
  const { instrument, clinic_id, stratum, level } = keyRules(words);
  const count = countBy(policy);
  const drawn =
    (
      end: (step: { survival: number; lower: number | null; upper: number | null }) => number | null,
    ): FieldRule =>
    (field, row, table, at) => {
      const curve = ({ instrument, event, scale, clinic_id, stratum, level }: Row) =>
        [instrument, event, scale, clinic_id, stratum, level].join("|");
      const points = table
        .slice(0, at + 1)
        .filter((point) => curve(point) === curve(row) && /^\d/.test(point.at_risk ?? ""));
      const isCounted = points.at(-1) === row && row.at_risk !== "0";
      const step = isCounted
        ? lifeTable(points.map((point, place) => stretch(point, points[place - 1]))).steps.at(-1)
        : undefined;
      if (!step) return field === "" || field === policy.symbol ? null : "tells a share of a hidden count";
      return isSame(field, end(step)) ? null : "is no function of the published counts of its curve";
    };
  const complement = (share: number | null) => (share === null ? null : 1 - share);
  return {
    instrument,
    event: ids(survival.events),
    scale: ids(survival.scales),
    clinic_id,
    stratum,
    level,
    time: declared(...survival.scales.flatMap(({ times }) => times)),
    people: count,
    at_risk: count,
    events: count,
    share: drawn((step) => 1 - step.survival),
    lower: drawn((step) => complement(step.upper)),
    upper: drawn((step) => complement(step.lower)),
    difference: oneOf("differs", "no_clear_difference", "not_tested"),
    status: STATUS,
  };
}

/** Curves of waits: the same columns, one event and a scale of its own. */
const waitRules = (words: Vocabulary): Record<string, FieldRule> => ({
  ...survivalRules(words),
  event: oneOf("first_contact"),
  scale: oneOf(WAIT_SCALE.id),
  time: declared(...WAIT_SCALE.times),
});

function stretch({ time, people, at_risk, events }: Row, before?: Row) {
  const start = before
    ? { at_risk: Number(before.at_risk), events: Number(before.events) }
    : { at_risk: Number(people), events: 0 };
  const had = Number(events) - start.events;
  return {
    end: Number(time),
    atRisk: start.at_risk,
    events: had,
    censored: start.at_risk - Number(at_risk) - had,
  };
}
