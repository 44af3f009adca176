import { empiricalBayes } from "../../src/stats/empirical_bayes.ts";
import { newcombeDifference } from "../../src/stats/newcombe_difference.ts";
import { scaledCount } from "../../src/stats/scaled_count.ts";
import { wilson } from "../../src/stats/wilson.ts";
import { addressOf, keyRules, period, STATUS, type Vocabulary } from "./cell_rules.ts";
import { countBy, day, declared, type FieldRule, functionOf, isSame, oneOf, onGrid } from "./column_rules.ts";
import type { Row } from "./read_tables.ts";

type Rules = Record<string, FieldRule>;
type Cells = ReadonlyMap<string, Row>;

/** Rules of the tables that models and comparisons give. What a model says of people stands in steps of five of them, as counts do. */
export function modelledRules(words: Vocabulary, cells: Cells): Record<string, Rules> {
  return {
    adjusted: adjustedRules(words, cells),
    calibration: calibrationRules(words),
    imputed: imputedRules(words, cells),
    gaps: gapRules(words, cells),
  };
}

const WHOLE = { period_grain: "all", period_start: "", clinic_id: "all", stratum: "all", level: "all" };

/** The cell of the whole programme over all time. */
const wholeOf = (cells: Cells, { measure = "", instrument = "", window = "" }: Row): Row =>
  cells.get(addressOf({ ...WHOLE, measure, instrument, window })) ?? {};

const isTold = (field: string): boolean => /^-?\d/.test(field);

/** A number of people that is no count: a multiple of the step. */
const people =
  ({ round_to }: Vocabulary["policy"]): FieldRule =>
  (field) =>
    !isTold(field) || onGrid(Number(field), Math.max(5, round_to)) ? null : "is finer than a count";

function adjustedRules(words: Vocabulary, cells: Cells): Rules {
  const { measure, instrument, window, clinic_id } = keyRules(words);
  const ratio = (end: "value" | "lower" | "upper") =>
    functionOf(words.policy, ["met", "expected"], (met, expected) => scaledCount(met, 1 / expected)[end]);
  const rate =
    (end: "value" | "lower" | "upper"): FieldRule =>
    (field, row) => {
      if (!isTold(field)) return null;
      const scale = Number(wholeOf(cells, row).value) / Number(row.expected);
      return isSame(field, scaledCount(Number(row.met), scale)[end])
        ? null
        : "is no function of published counts";
    };
  return {
    measure,
    instrument,
    window,
    clinic_id,
    people: countBy(words.policy),
    met: countBy(words.policy),
    expected: people(words.policy),
    ratio: ratio("value"),
    ratio_lower: ratio("lower"),
    ratio_upper: ratio("upper"),
    adjusted: rate("value"),
    adjusted_lower: rate("lower"),
    adjusted_upper: rate("upper"),
    label: oneOf("improvement", "concern", "common_cause", ""),
    status: STATUS,
  };
}

function calibrationRules(words: Vocabulary): Rules {
  const { measure, instrument, window } = keyRules(words);
  const of = (compute: (met: number, n: number) => number | undefined) =>
    functionOf(words.policy, ["met", "people"], compute);
  return {
    measure,
    instrument,
    window,
    risk_group: declared(...Array.from({ length: 10 }, (_, tenth) => tenth + 1)),
    people: countBy(words.policy),
    met: countBy(words.policy),
    expected: people(words.policy),
    value: of((met, n) => met / n),
    lower: of((met, n) => wilson(met, n)?.lower),
    upper: of((met, n) => wilson(met, n)?.upper),
    expected_value: functionOf(words.policy, ["expected", "people"], (expected, n) => expected / n),
    status: STATUS,
  };
}

function imputedRules(words: Vocabulary, cells: Cells): Rules {
  const { measure, instrument, window } = keyRules(words);
  const isPeople = people(words.policy);
  const share =
    (base: (cell: Row) => number): FieldRule =>
    (field, row, table, at) =>
      !isTold(field) || field === "1"
        ? null
        : isPeople(String(Number(field) * base(wholeOf(cells, row))), row, table, at);
  const ofAll = share(({ denominator }) => Number(denominator));
  const ofMissing = share(({ denominator, observed }) => Number(denominator) - Number(observed));
  return {
    measure,
    instrument,
    window,
    people: countBy(words.policy),
    value: ofAll,
    lower: ofAll,
    upper: ofAll,
    of_missing: ofMissing,
    floor: (field) => (!isTold(field) || onGrid(Number(field), 0.05) ? null : "is finer than a twentieth"),
    of_missing_at_floor: ofMissing,
    imputations: (field) => (/^\d*$/.test(field) ? null : "is no number of data sets"),
    status: STATUS,
  };
}

/** A group against everyone else, and drawn towards the groups of its attribute: all from published cells. */
function gapRules(words: Vocabulary, cells: Cells): Rules {
  const counts = (row: Row) => {
    const { numerator = "", denominator = "" } = row;
    const isCounted = isTold(numerator) && isTold(denominator) && denominator !== "0";
    return isCounted ? { numerator: Number(numerator), denominator: Number(denominator) } : null;
  };
  const own = (row: Row) => counts(cells.get(addressOf(row)) ?? {});
  const others = (row: Row) => {
    const [mine, whole] = [
      own(row),
      counts(cells.get(addressOf({ ...row, stratum: "all", level: "all" })) ?? {}),
    ];
    return (
      mine &&
      whole && {
        numerator: whole.numerator - mine.numerator,
        denominator: whole.denominator - mine.denominator,
      }
    );
  };
  const from =
    (compute: (row: Row) => number | null | undefined): FieldRule =>
    (field, row) =>
      !isTold(field) || isSame(field, compute(row)) ? null : "is no function of published cells";
  const difference = (end: "value" | "lower" | "upper") => (row: Row) => {
    const [mine, rest] = [own(row), others(row)];
    return mine && rest && newcombeDifference(mine, rest)?.[end];
  };
  const more = (end: "value" | "lower" | "upper") => (row: Row) =>
    -Number(difference(end)(row)) * (own(row)?.denominator ?? 0);
  const steadied =
    (end: "value" | "lower" | "upper" | "weight"): FieldRule =>
    (field, row, table) => {
      if (!isTold(field)) return null;
      const alike = table.filter((other) =>
        ["measure", "instrument", "window", "stratum"].every((name) => other[name] === row[name]),
      );
      const shown = alike.filter((other) => own(other) !== null);
      const drawn = empiricalBayes(shown.flatMap((other) => own(other) ?? []));
      return isSame(field, drawn?.groups[shown.indexOf(row)]?.[end])
        ? null
        : "is no function of published cells";
    };
  return {
    ...keyRules(words),
    period_grain: period,
    period_start: day,
    period_end: day,
    role: oneOf("outcome", "process"),
    people: from((row) => own(row)?.denominator),
    value: from((row) => Number(own(row)?.numerator) / Number(own(row)?.denominator)),
    others: from((row) => Number(others(row)?.numerator) / Number(others(row)?.denominator)),
    difference: from(difference("value")),
    difference_lower: from(difference("lower")),
    difference_upper: from(difference("upper")),
    more_needed: from(more("value")),
    more_needed_lower: from(more("upper")),
    more_needed_upper: from(more("lower")),
    finding: oneOf("fewer", "more", "no_clear_difference", "not_compared"),
    steadied: steadied("value"),
    steadied_lower: steadied("lower"),
    steadied_upper: steadied("upper"),
    own_weight: steadied("weight"),
    status: STATUS,
  };
}
