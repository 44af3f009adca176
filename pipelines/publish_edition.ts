import { compareGroups } from "../src/disclosure/compare_groups.ts";
import { labelSignals } from "../src/disclosure/label_signals.ts";
import { isOpen, mayCut, type Policy } from "../src/disclosure/policy.ts";
import {
  clinicsToPool,
  POOLED,
  poolCounts,
  poolCurves,
  poolMoments,
} from "../src/disclosure/pool_clinics.ts";
import { protect } from "../src/disclosure/protect.ts";
import { protectAdjusted, protectRiskGroups } from "../src/disclosure/protect_adjusted.ts";
import { drawBilling } from "../src/disclosure/protect_billing.ts";
import { protectCosts } from "../src/disclosure/protect_costs.ts";
import { drawFlow } from "../src/disclosure/protect_flow.ts";
import { protectImputed } from "../src/disclosure/protect_imputed.ts";
import { protectMeans } from "../src/disclosure/protect_mean.ts";
import { curveCells, drawSurvival, protectSurvival } from "../src/disclosure/protect_survival.ts";
import { earlierReleases } from "../src/publish/earlier_releases.ts";
import { writeRelease } from "../src/publish/write_release.ts";
import type { CellKey } from "../src/reference/cells.ts";
import type { Edition } from "../src/reference/disclosure_rules.ts";
import { protectCommittee } from "./committee_tables.ts";
import type { Counted } from "./count_release.ts";
import { describeRelease } from "./describe_release.ts";
import { count, type Progress } from "./progress.ts";
import type { RunRecord } from "./run_record.ts";

/** Protects what was counted by a policy and writes its edition into `releaseDir`; resolves to the release's folder. Nothing is written unless the whole release is protected. */
export function publishEdition<E extends Edition>(
  counted: Counted,
  record: RunRecord,
  {
    policy,
    releaseDir,
    keptDir,
    progress,
  }: { policy: Policy<E>; releaseDir: string; keptDir: string; progress: Progress },
): string {
  const protecting = progress.step(`protect the ${policy.edition} edition`);
  const mayLeave = (cell: CellKey) => mayCut(policy, cell, counted.isReadable(cell));
  const pooled = clinicsToPool(counted.cells, policy);
  const isApart = ({ clinic_id }: { clinic_id: string }) => !pooled.has(clinic_id);
  const cells = poolCounts(counted.cells.filter(mayLeave), pooled);
  const { program } = record.program;
  const earlier = isOpen(policy) ? [] : earlierReleases(releaseDir, record.asOf, program.id, keptDir);
  const beside = {
    billing: counted.billing.filter(mayLeave),
    flow: poolCounts(counted.flow.filter(mayLeave), pooled),
    waits: curveCells(poolCurves(counted.waits, pooled)),
  };
  const released = protect(cells, counted.steps, policy, { earlier, beside });
  const means = protectMeans(poolMoments(counted.moments.filter(mayLeave), pooled), released.cells, policy);
  const costs = protectCosts(counted.costs.filter(mayLeave).filter(isApart), released.cells, policy);
  const survival = protectSurvival(poolCurves(counted.curves, pooled), policy);
  const waits = drawSurvival(poolCurves(counted.waits, pooled), released.beside.waits, policy);
  const staff = counted.staff.map((post) => (isApart(post) ? post : { ...post, clinic_id: POOLED }));
  const capacity = drawFlow(released.beside.flow, staff, policy);
  const claims = { fees: record.program.fees, hasClaims: counted.hasClaims };
  const billing = drawBilling(released.beside.billing, claims, policy);
  const signals = labelSignals(counted.signals.filter(isApart), released.cells, policy);
  const { shown, suppressed } = released.summary;
  const { secrets, repairs } = released.audit;
  protecting(
    isOpen(policy)
      ? `${count(cells.length)} cells, none hidden`
      : `${count(shown)} shown, ${count(suppressed)} suppressed; ${count(secrets)} small counts stay open, ${count(repairs)} margins hidden for them`,
  );

  const writing = progress.step(`write the ${policy.edition} release`);
  const manifest = describeRelease(record, {
    policy,
    clinics: [...counted.clinics.filter(isApart), ...poolOf(counted.clinics, pooled)],
    cells,
    suppression: released.summary,
    audit: released.audit,
    released,
    scores: counted.scores,
  });
  const dir = writeRelease({
    releaseDir,
    asOf: record.asOf,
    cells: released.cells,
    steps: released.steps,
    means,
    signals,
    survival,
    costs,
    adjusted: protectAdjusted(counted.caseMix.clinics.filter(isApart), released.cells, policy),
    calibration: protectRiskGroups(counted.caseMix.riskGroups, released.cells, policy),
    imputed: protectImputed(counted.imputed, released.cells, policy),
    gaps: compareGroups(released.cells, policy),
    ...protectCommittee(counted.committee, signals, policy),
    waits,
    capacity,
    billing,
    manifest,
    kept: isOpen(policy) ? undefined : { dir: keptDir, counts: [...cells, ...Object.values(beside).flat()] },
  });
  writing(dir);
  return dir;
}

/** What stands for the clinics that are counted together. */
function poolOf(clinics: Counted["clinics"], pooled: ReadonlySet<string>): Counted["clinics"] {
  const names = clinics.filter(({ clinic_id }) => pooled.has(clinic_id)).map(({ name }) => name);
  return names.length === 0
    ? []
    : [{ clinic_id: POOLED, name: `Smaller clinics together: ${names.join(", ")}`, area_code: null }];
}
