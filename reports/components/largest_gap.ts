import { greatest } from "d3";
import { ALL, ANY, type Release, type Subject } from "./release.ts";

type GapRow = Release["gaps"][number];

/** A group that fared otherwise than everyone else, by more than chance alone explains. */
interface Gap {
  group: string;
  by: string;
  measure: string;
  value: number;
  others: number;
}

/** How many groups are compared with everyone else, how many differ, and which of them differs most, over some measures. */
export function largestGap(
  { gaps, manifest }: Release,
  subjects: readonly Subject[],
): { compared: number; apart: number; largest: Gap | undefined } {
  const compared = subjects.flatMap((subject) =>
    gaps.filter((gap) => isAbout(gap, subject) && gap.finding !== "not_compared"),
  );
  const apart = compared.filter(({ finding }) => finding === "fewer" || finding === "more");
  const most = greatest(apart, ({ difference }) => Math.abs(difference ?? 0));
  const stratum = manifest.strata.find(({ id }) => id === most?.stratum);
  const measure = manifest.measures.find(({ id }) => id === most?.measure);
  const isKnown = most && stratum && measure && most.value !== null && most.others !== null;
  return {
    compared: compared.length,
    apart: apart.length,
    largest: isKnown
      ? {
          group: stratum.levels.find(({ id }) => id === most.level)?.title ?? most.level,
          by: stratum.title,
          measure: measure.title,
          value: most.value ?? 0,
          others: most.others ?? 0,
        }
      : undefined,
  };
}

const isAbout = (gap: GapRow, { measure, instrument, window }: Subject): boolean =>
  gap.measure === measure.id &&
  gap.instrument === (instrument?.id ?? ANY) &&
  gap.window === window.id &&
  gap.period_grain === ALL &&
  gap.clinic_id === ALL;
