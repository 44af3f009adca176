import { all, type DerivedPhrase, phrase, rowsOf } from "./phrase.ts";
import { type Published, read } from "./published.ts";
import { withCommas } from "./released_numbers.ts";

/** What is worked out for those who plan posts, and see what is billed and who waits. */
export const derivedPlanning = (published: Published): DerivedPhrase[] => [
  ...caseloads(published),
  ...billing(published),
  ...flows(published),
];

/** People for each post, and the posts that a published range asks for. */
function caseloads(published: Published): DerivedPhrase[] {
  const norms = published.manifest.caseload_norms.map(({ value }) => value);
  const posts = rowsOf(published, "capacity").filter(
    ({ flow, period_grain }) => flow === "caseload" && period_grain === "month",
  );
  const needed = posts.flatMap((row) => {
    const values = all(row, "people", "fte");
    const [people = 0, fte = 0] = values ?? [];
    return values
      ? norms.flatMap(([low, high]) => [
          [people / high, people / low],
          [people / high - fte, people / low - fte],
        ])
      : [];
  });
  const months = new Set(posts.map(({ period_start }) => period_start));
  const above = [...months].flatMap((month) =>
    norms.map(([, high]) => {
      const known = posts.filter(
        (row) => row.period_start === month && row.clinic_id !== "all" && all(row, "per_fte"),
      );
      return [known.filter(({ per_fte }) => Number(per_fte) > high).length, known.length];
    }),
  );
  const each = rowsOf(published, "capacity").flatMap(({ per_fte }) =>
    read(per_fte).map((people) => [withCommas(Math.round(people))]),
  );
  const care = rowsOf(published, "clinic_care");
  const total = (name: string) => care.reduce((sum, row) => sum + Number(row[name]), 0);
  return [
    phrase("a published range", /\b(\d+) to (\d+)\b/g, norms),
    phrase(
      "posts that a range asks for",
      /^[−-]?(\d+\.\d) to [−-]?(\d+\.\d)$/g,
      needed.map((ends) => ends.map((end) => Math.abs(end).toFixed(1))),
    ),
    phrase("clinics above a range", /^(\d+) of (\d+) clinics? (?:is|are) above/g, above),
    phrase("people for each post", /^(?:About )?([\d,]+)(?:$| people in care for each)/g, each),
    phrase("people for each post", /(?:: |about )([\d,]+)(?=;|$| people enrolled)/g, each),
    phrase("everyone in care", /([\d,]+) people are in care, with (\d+) care managers/g, [
      [withCommas(total("caseload")), total("care_managers")],
    ]),
    phrase(
      "people for each care manager",
      /^(\d+(?:\.\d+)?)$/g,
      care.flatMap((row) =>
        [
          Number(row.caseload) / Number(row.care_managers),
          Number(row.caseload) / Number(row.care_manager_fte),
        ].map((each) => [Math.round(each)]),
      ),
    ),
  ];
}

/** What was not billed, and the share of months that reach a code. */
function billing(published: Published): DerivedPhrase[] {
  const rows = rowsOf(published, "billing").filter(({ status }) => status !== "pending");
  const months = [...new Set(rows.map(({ period_start = "" }) => period_start))].sort().slice(-12);
  const recent = rows.filter(({ period_start = "" }) => months.includes(period_start));
  const worth = recent.flatMap((row) =>
    read(row.unbilled_value).map((value) => ({ value, month: row.period_start })),
  );
  const sum = worth.reduce((total, { value }) => total + value, 0);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, sum))) - 2);
  const amount = withCommas(Math.round(sum / step) * step);
  return [
    phrase(
      "what was not billed",
      /in the last (\d+) months that can be told is worth about (?:[A-Z]{3} )?([\d,]+)/g,
      [[new Set(worth.map(({ month }) => month)).size, amount]],
    ),
  ];
}

/** Waits and queues by day. */
function flows(published: Published): DerivedPhrase[] {
  const times = [...new Set(rowsOf(published, "waits").flatMap(({ time }) => read(time)))].map((time) => [
    time,
  ]);
  const waiting = rowsOf(published, "capacity")
    .filter(
      ({ flow, clinic_id, period_grain }) =>
        flow === "waiting" && clinic_id === "all" && period_grain === "month",
    )
    .flatMap(({ people }) => read(people));
  const changes = waiting.map((people, at) => [withCommas(Math.abs(people - (waiting[at - 12] ?? people)))]);
  return [
    phrase("a day of the curve", /\bday (\d+)/g, times),
    phrase("a day of the curve", /^after (\d+)$/g, times),
    phrase("a band of waiting", /more than (28|90) days/g, [[28], [90]]),
    phrase("how a queue has changed", /(?:grown|shrunk) by about ([\d,]+) people/g, changes),
  ];
}
