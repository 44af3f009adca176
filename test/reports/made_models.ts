import { adjust } from "../../src/compute/adjust_case_mix.ts";
import { impute } from "../../src/compute/impute_missing.ts";
import { type AlikeInClinic, BEFORE, type Staged } from "../../src/compute/read_cohort.ts";
import { compareGroups } from "../../src/disclosure/compare_groups.ts";
import type { Policy } from "../../src/disclosure/policy.ts";
import { protectAdjusted, protectRiskGroups } from "../../src/disclosure/protect_adjusted.ts";
import { protectImputed } from "../../src/disclosure/protect_imputed.ts";
import type { Released, ReleasedCell } from "../../src/disclosure/released.ts";

/** What models need to know of a made episode that is eligible. */
interface Eligible {
  month: number;
  clinic: string;
  age: string;
  sex: string;
  luck: number;
}

/** People as models see them; the lucky (the lower) had a good score before. */
function alike({ month, clinic, age, sex, luck }: Eligible): AlikeInClinic {
  const place = Math.round(luck * 1e6);
  const is_observed = place % 3 !== 0;
  return {
    clinic_id: clinic,
    age_band: age,
    sex,
    payer: "unknown",
    baseline: 10 + (place % 18),
    is_first_episode: true,
    is_observed,
    is_met: is_observed && luck + (month % 5) / 10 < 0.4,
    people: 1,
  };
}

/** As they were last known: one in four at baseline, the others also in the second month. */
function stagesOf(person: Eligible): Staged[] {
  const score = Math.round(24 * person.luck);
  const isScored = Math.round(person.luck * 1e6) % 4 !== 0;
  return [
    { ...alike(person), stage: BEFORE, score: null, is_last: !isScored },
    ...(isScored ? [{ ...alike(person), stage: 1, score, is_last: true }] : []),
  ];
}

/** The released tables that are about remission at six months, and the comparison of groups. */
export function madeModels(
  eligible: readonly Eligible[],
  cells: Released<readonly ReleasedCell[]>,
  policy: Policy,
) {
  const key = { measure: "remission", instrument: "phq9", window: "6m" };
  const cohort = eligible.map(alike);
  const { clinics, riskGroups } = adjust({ better: "higher" }, key, cohort);
  return {
    adjusted: protectAdjusted(clinics, cells, policy),
    calibration: protectRiskGroups(riskGroups, cells, policy),
    imputed: protectImputed(impute(key, eligible.flatMap(stagesOf)), cells, policy),
    gaps: compareGroups(cells, policy),
  };
}
