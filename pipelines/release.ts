import { countCells } from "../src/compute/count_cells.ts";
import { countCurves } from "../src/compute/count_curves.ts";
import { countWaterfall } from "../src/compute/count_waterfall.ts";
import { readableCuts } from "../src/compute/readable_cuts.ts";
import { findSignals } from "../src/compute/signals.ts";
import { sumScores } from "../src/compute/sum_scores.ts";
import { labelSignals } from "../src/disclosure/label_signals.ts";
import { protect } from "../src/disclosure/protect.ts";
import { protectMeans } from "../src/disclosure/protect_mean.ts";
import { protectSurvival } from "../src/disclosure/protect_survival.ts";
import { MEASURES } from "../src/measures/index.ts";
import { earlierReleases } from "../src/publish/earlier_releases.ts";
import { writeRelease } from "../src/publish/write_release.ts";
import { TIME_SCALES } from "../src/reference/survival.ts";
import { describeRelease } from "./describe_release.ts";
import type { CommandOptions } from "./options.ts";
import { count, type Progress } from "./progress.ts";
import { readRunRecord } from "./run_record.ts";
import { type Workspace, withPresentWarehouse, withWorkspace } from "./workspace.ts";

/** `observatory release`: counts, protects and writes the release of the present warehouse. */
export async function releaseCommand({ data }: CommandOptions, progress: Progress): Promise<void> {
  await withWorkspace(data, (workspace) => releaseFrom(workspace, progress));
}

/** Resolves to the folder of the release. Nothing is published unless the whole release is protected. */
export function releaseFrom(workspace: Workspace, progress: Progress): Promise<string> {
  return withPresentWarehouse(workspace, async (warehouse) => {
    const record = await readRunRecord(warehouse);
    const tables: readonly string[] = record.report.tables;
    const isComputable = ({ needs }: { needs: readonly string[] }) =>
      needs.every((table) => tables.includes(table));
    const computable = MEASURES.filter(isComputable);

    const counting = progress.step("count cells");
    const clinics = await warehouse.rows<{ clinic_id: string; name: string }>(
      "SELECT clinic_id, name FROM model.clinic ORDER BY clinic_id",
    );
    const options = { asOf: record.asOf, clinics: clinics.map(({ clinic_id }) => clinic_id) };
    const counted = await each(computable, (measure) => countCells(warehouse, measure, options));
    const isReadable = readableCuts(counted);
    const cells = counted.filter(isReadable);
    const steps = await each(computable, (measure) => countWaterfall(warehouse, measure, options));
    const ofMeans = computable.filter(({ kind }) => kind === "mean");
    const moments = await each(ofMeans, (measure) => sumScores(warehouse, measure, options));
    const signals = computable.flatMap((measure) => findSignals(measure, cells));
    const curves = await countCurves(warehouse, { ...options, scales: TIME_SCALES.filter(isComputable) });
    counting(`${count(cells.length)} cells of ${computable.length} measures`);

    const protecting = progress.step("protect");
    const policy = record.program.disclosure;
    const { releaseDir } = workspace;
    const earlier = earlierReleases(releaseDir, record.asOf, record.program.program.id);
    const released = protect(cells, steps, policy, { earlier });
    const means = protectMeans(moments.filter(isReadable), released.cells, policy);
    const survival = protectSurvival(curves, policy);
    const { secrets, repairs } = released.audit;
    protecting(
      `${count(released.summary.shown)} shown, ${count(released.summary.suppressed)} suppressed; ${count(secrets)} small counts stay open, ${count(repairs)} margins hidden for them`,
    );

    const writing = progress.step("write the release");
    const manifest = describeRelease(record, { clinics, cells, suppression: released.summary });
    const dir = await writeRelease({
      releaseDir,
      asOf: record.asOf,
      cells: released.cells,
      steps: released.steps,
      means,
      signals: labelSignals(signals, released.cells),
      survival,
      manifest,
    });
    writing(dir);
    return dir;
  });
}

async function each<T, U>(items: readonly T[], work: (item: T) => Promise<U[]>): Promise<U[]> {
  const all: U[] = [];
  for (const item of items) all.push(...(await work(item)));
  return all;
}
