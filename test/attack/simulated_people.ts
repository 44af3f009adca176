import { randomIntegers } from "../disclosure/build.ts";

/** A made-up programme: how many clinics and months, and about how many people start in a clinic in a month. */
export interface Programme {
  clinics: number;
  months: number;
  pace: number;
  /** Every clinic takes on just as many people, in months that chance picks; by default clinics are of any size. */
  peopleEach?: number;
  /** How many of the made-up measures are published; by default all. */
  measures?: number;
  /** One in so many is found to be somebody counted before, or none of the programme's, and is taken away again. */
  oneIn?: number;
  /** Clinics are not divided by sex and age, as in the releases of the real programme. */
  isPlain?: boolean;
}

export interface Person {
  month: number;
  clinic_id: string;
  sex: string;
  age_band: string;
  excluded: string | null;
  observed: Record<string, boolean>;
  score: number;
  /** Months from the start until the person is in the registry. */
  delay: number;
  /** The month in which the person is taken out of the registry. */
  gone: number;
}

/** Why people are excluded at baseline. */
export const AT_BASELINE = ["no_baseline", "baseline_not_elevated"];
export const SEXES = ["female", "female", "male"];
export const AGES = ["under_18", "18_to_64", "18_to_64", "18_to_64", "65_and_over"];

/** Everyone who starts in a made-up programme; the same for the same seed. */
export function enrol(seed: number, { clinics, months, pace, peopleEach, oneIn }: Programme): Person[] {
  const below = randomIntegers(seed);
  const ofCorrections = randomIntegers(seed + 1);
  const goneAfter = (month: number): number =>
    oneIn && ofCorrections(oneIn) === 0 ? month + 2 + ofCorrections(12) : Number.POSITIVE_INFINITY;
  const pick = (values: readonly string[]) => values[below(values.length)] ?? "";
  const person = (clinic: number, month: number): Person => ({
    month,
    clinic_id: `c${clinic}`,
    sex: pick(SEXES),
    age_band: pick(AGES),
    excluded: AT_BASELINE[below(12)] ?? null,
    observed: { "10w": below(100) < 70, "6m": below(100) < 55 },
    score: below(100),
    delay: Math.max(0, below(20) - 14),
    gone: goneAfter(month),
  });
  const sizes = Array.from({ length: clinics }, (_, clinic) => 1 + below(2 * pace) * (clinic === 0 ? 2 : 1));
  return sizes.flatMap((busy, clinic) => {
    if (peopleEach) return Array.from({ length: peopleEach }, () => person(clinic, below(months)));
    return Array.from({ length: months }, (_, month) =>
      Array.from({ length: below(2 * busy + 1) }, () => person(clinic, month)),
    ).flat();
  });
}
