import { all, type DerivedPhrase, phrase, points, rowsOf } from "./phrase.ts";
import { numbersIn, type Published, type Row, read } from "./published.ts";
import { withCommas } from "./released_numbers.ts";

/** What is worked out of results: by models, by curves, beside a step of care and beside other programmes. */
export const derivedResults = (published: Published): DerivedPhrase[] => [
  ...calibration(published),
  ...imputed(published),
  ...processes(published),
  ...halves(published),
  ...fractions(published),
  ...others(published),
];

/** How a model's promises were kept. */
function calibration(published: Published): DerivedPhrase[] {
  const rows = rowsOf(published, "calibration").filter((row) => all(row, "value", "expected_value"));
  const series = new Set(rows.map(({ measure, window }) => `${measure} ${window}`));
  const off = [...series].map((name) => {
    const own = rows.filter(({ measure, window }) => `${measure} ${window}` === name);
    const isOff = ({ expected_value, lower, upper }: Row) =>
      Number(expected_value) < Number(lower) || Number(expected_value) > Number(upper);
    return [own.filter(isOff).length, own.length];
  });
  return [
    phrase("how many promises were not kept", /In (\d+) of (\d+) groups/g, off),
    phrase(
      "a promise",
      /tenth (\d+): (\d+) expected, (\d+) observed/g,
      rows.map((row) => [
        row.risk_group ?? "",
        points(Number(row.expected_value)),
        points(Number(row.value)),
      ]),
    ),
    phrase(
      "a tenth that is hidden",
      /(\d+): hidden/g,
      rowsOf(published, "calibration").map((row) => [row.risk_group ?? ""]),
    ),
    phrase("so many of twenty", /About (1) in (20) would be off/g, [[1, 20]]),
  ];
}

/** What the estimate of those without a score allows to be said. */
function imputed(published: Published): DerivedPhrase[] {
  const cells = rowsOf(published, "cells");
  const rows = rowsOf(published, "imputed");
  const measured = ({ measure, instrument, window }: Row) =>
    cells.flatMap((cell) =>
      cell.measure === measure &&
      cell.instrument === instrument &&
      cell.window === window &&
      cell.period_grain === "all" &&
      cell.clinic_id === "all" &&
      cell.stratum === "all"
        ? read(cell.observed_value).map((value) => points(value))
        : [],
    )[0] ?? "";
  return [
    phrase(
      "the least that an estimate allows",
      /at least (\d+) in 100 met/g,
      rows.flatMap((row) => read(row.floor).map((value) => [points(value)])),
    ),
    phrase(
      "where an estimate tips",
      /only (\d+) in 100 of those without a score had; the estimate for them is (\d+), and of those measured (\d+) did/g,
      rows.flatMap((row) => {
        const values = all(row, "of_missing_at_floor", "of_missing");
        return values ? [[...values.map((value) => points(value)), measured(row)]] : [];
      }),
    ),
    phrase(
      "how many data sets were estimated",
      /(\d+) (?:completed|estimated|data)/g,
      rows.flatMap((row) => read(row.imputations).map((value) => [value])),
    ),
  ];
}

/** Results with and without a step of care. */
function processes(published: Published): DerivedPhrase[] {
  const rows = rowsOf(published, "process_outcomes").flatMap((row) => {
    const values = all(
      row,
      "with_people",
      "with_met",
      "without_people",
      "without_met",
      "difference",
      "lower",
      "upper",
    );
    return values ? [{ row, values }] : [];
  });
  const rates = rows.map(({ row, values: [n = 0, met = 0, others = 0, theirs = 0] }) => ({
    met: points(met / n),
    theirs: points(theirs / others),
    seen: [points(Number(row.with_measured) / n), points(Number(row.without_measured) / others)],
    n,
    others,
    parts: [
      [points(met / n), withCommas(met), withCommas(n)],
      [points(theirs / others), withCommas(theirs), withCommas(others)],
    ],
  }));
  const gaps = rows.map(({ values }) => values.slice(4).map((value) => points(value)));
  return [
    phrase(
      "results with and without a step",
      /Of ([\d,]+) people with .*?, (\d+) in 100 .*?; of ([\d,]+) without it, (\d+):/g,
      rates.map(({ n, met, others, theirs }) => [withCommas(n), met, withCommas(others), theirs]),
    ),
    phrase(
      "a result with its people",
      /^(\d+)% \(([\d,]+) of ([\d,]+)\)/g,
      rates.flatMap(({ parts }) => parts),
    ),
    phrase(
      "shares seen again",
      /^(\d+)% and (\d+)%$/g,
      rates.map(({ seen }) => seen),
    ),
    phrase("a difference in points", /^[+−-]?(\d+) \(−?(\d+) to −?(\d+)\)/g, gaps),
    phrase(
      "a difference in points",
      /(\d+) in 100 (?:more|fewer) \(likely between −?(\d+) and −?(\d+)\)/g,
      gaps,
    ),
  ];
}

/** When half have had what is waited for, by both ends of the interval of a curve. */
function halves(published: Published): DerivedPhrase[] {
  const points = rowsOf(published, "survival");
  const curves = new Map<string, Row[]>();
  for (const row of points) {
    const name = [row.instrument, row.event, row.scale, row.clinic_id, row.stratum, row.level].join(" ");
    curves.set(name, [...(curves.get(name) ?? []), row]);
  }
  const isBelow = ({ upper }: Row) => read(upper).some((share) => share < 0.5);
  const isAbove = ({ lower }: Row) => read(lower).some((share) => share >= 0.5);
  const ends = [...curves.values()].map((curve) => [
    curve.findLast(isBelow)?.time ?? 0,
    curve.find(isAbove)?.time ?? "",
  ]);
  return [phrase("when half have been reached", /between (?:weeks|contacts|days) (\d+) and (\d+)/g, ends)];
}

/** The simplest fraction near a share, else hundredths. */
function fraction(share: number): [part: number, whole: number] {
  const near = [2, 3, 4, 5, 10, 20].find((whole) => {
    const part = Math.round(share * whole);
    return part > 0 && part < whole && Math.abs(part / whole - share) <= 0.02;
  });
  return near ? [Math.round(share * near), near] : [Math.round(100 * share), 100];
}

/** Results of everyone with their ends, in fractions that are read at a glance. */
function fractions(published: Published): DerivedPhrase[] {
  const told = rowsOf(published, "cells").flatMap((row) => {
    const values = all(row, "value", "lower", "upper");
    return values && row.clinic_id === "all" && row.stratum === "all" ? [values.flatMap(fraction)] : [];
  });
  const pattern = /(\d+) in (\d+) \(likely between (\d+) in (\d+) and (\d+) in (\d+)\)/g;
  return [phrase("a result with its ends in fractions", pattern, told)];
}

/** Figures of other programmes, as they were published. */
function others({ manifest: { benchmarks } }: Published): DerivedPhrase[] {
  const share = (value: number) => points(value, 1);
  return [
    phrase(
      "people elsewhere",
      /^([\d,]+)$/g,
      benchmarks.flatMap(({ n }) => numbersIn(n).map((people) => [withCommas(people)])),
    ),
    phrase(
      "a figure from elsewhere",
      /(?:^|: )(\d+(?:\.\d+)?)%(?=$|;)/g,
      numbersIn(benchmarks).map((value) => [share(value)]),
    ),
    phrase(
      "a range from elsewhere",
      /(\d+(?:\.\d+)?)% to (\d+(?:\.\d+)?)%/g,
      benchmarks.map(({ low, high }) => [low, high].map(share)),
    ),
  ];
}
