import { max, sum } from "d3";
import figures from "./attack.json" with { type: "json" };
import { maker } from "./elements.ts";
import { count } from "./formats.ts";
import type { View } from "./release.ts";
import sizes from "./speed.json" with { type: "json" };
import { SPEED_STRINGS as words } from "./strings_speed.ts";
import { table } from "./table.ts";

/** What a step took of the clock and of memory, and what it tells of itself. */
interface Used {
  wallSeconds: number;
  peakBytes: number;
  facts: { bytes?: number };
}

/** One size of programme: see `pipelines/bench_record.ts`. */
interface Size {
  patients: number;
  months: number;
  clinics: number;
  from: string;
  day: string;
  rows: Readonly<Record<string, number>>;
  used: Readonly<Record<string, Used | undefined>>;
}

const SIZES = sizes as unknown as readonly Size[];
const STEPS = Object.keys(words.steps) as (keyof typeof words.steps)[];

/** How the time and memory of each step grow with the number of people, and those of the gate with the number of cells. */
export const speed: View = ({ document }) => {
  const h = maker(document);
  return h(
    "div",
    null,
    h("p", null, words.intro),
    table(document, {
      caption: words.caption,
      columns: [
        { label: words.step, header: true, cell: ({ name }) => name },
        ...SIZES.map((size) => ({ label: nameOf(size), number: true, cell: ({ of }: Line) => of(size) })),
      ],
      rows: lines(),
    }),
    h("p", null, words.gateIntro),
    table(document, {
      caption: words.gateCaption,
      columns: [
        {
          label: words.cells,
          header: true,
          cell: ({ cells, isCrossed }) => (isCrossed ? words.crossed(count(cells)) : count(cells)),
        },
        { label: words.secrets, number: true, cell: ({ secrets }) => count(secrets) },
        { label: words.repairs, number: true, cell: ({ repairs }) => count(repairs) },
        { label: words.seconds, number: true, cell: ({ seconds }) => seconds.toFixed(1) },
        { label: words.megabytes, number: true, cell: ({ megabytes }) => count(megabytes) },
      ],
      rows: figures.growth,
    }),
    h("p", null, words.source(SIZES.at(-1)?.day ?? figures.date)),
  );
};

/** One line of the table: what it is called, and what it says of a size. */
interface Line {
  name: string;
  of: (size: Size) => string;
}

const lines = (): Line[] => [
  { name: words.rows, of: ({ rows }) => count(sum(Object.values(rows))) },
  ...STEPS.map((step): Line => ({ name: words.steps[step], of: (size) => timeOf(size, step) })),
  { name: words.memory, of: (size) => (mostBytes(size) / 1024 ** 3).toFixed(1) },
  { name: words.size, of: ({ used }) => megabytes(used.site?.facts.bytes) },
];

const nameOf = ({ patients, from }: Size): string => words.people(count(patients), words.files[from] ?? from);

/** Seconds or minutes, with how many times the bare read of the same files they are. */
function timeOf({ used, from }: Size, step: keyof typeof words.steps): string {
  const [own, floor] = [used[step === "load" ? `load_${from}` : step], used[`floor_${from}`]];
  if (!own || !floor) return words.notMeasured;
  return words.took(lengthOf(own.wallSeconds), (own.wallSeconds / floor.wallSeconds).toFixed(1));
}

const lengthOf = (seconds: number): string =>
  seconds < 120 ? `${seconds.toFixed(0)} s` : `${(seconds / 60).toFixed(1)} min`;

const mostBytes = ({ used }: Size): number => max(Object.values(used), (own) => own?.peakBytes) ?? 0;

const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? words.notMeasured : count(Math.round(bytes / 1e6));
