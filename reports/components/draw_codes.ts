import * as Plot from "@observablehq/plot";

/** How many people a code has in a month; the codes stand from the best paid down. */
export interface CodeCount {
  month: string;
  code: string;
  people: number;
}

/** People by billing code, a stacked bar a month; a hidden number leaves its part of the bar away. */
export function drawCodes(
  document: Document,
  width: number,
  {
    rows,
    codes,
    months,
  }: { rows: readonly CodeCount[]; codes: readonly string[]; months: readonly string[] },
): Element {
  const every = Math.max(1, Math.ceil(months.length / 5));
  return Plot.plot({
    document,
    width,
    height: 250,
    marginLeft: 44,
    marginRight: 12,
    marginBottom: 34,
    marginTop: 12,
    x: { type: "band", domain: months, padding: 0.25 },
    color: { domain: codes, range: codes.map((_, i) => `var(--code-${i + 1})`) },
    marks: [
      Plot.gridY({ ticks: 4, stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.axisY({ ticks: 4, tickSize: 0, label: null, fontSize: 13 }),
      Plot.axisX(
        months.filter((_, i) => (months.length - 1 - i) % every === 0),
        { tickSize: 4, label: null, fontSize: 13 },
      ),
      Plot.barY(rows, { x: "month", y: "people", fill: "code", order: [...codes], stroke: "var(--paper)" }),
      Plot.ruleY([0], { stroke: "var(--axis)" }),
    ],
  });
}
