import { protectCommittee } from "../../pipelines/committee_tables.ts";
import { describeQuality } from "../../pipelines/describe_quality.ts";
import { costCells } from "../../src/compute/cost_cells.ts";
import { findSignals } from "../../src/compute/signals.ts";
import { labelSignals } from "../../src/disclosure/label_signals.ts";
import { type Policy, PUBLIC } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { protectCosts } from "../../src/disclosure/protect_costs.ts";
import { protectScores } from "../../src/disclosure/protect_inputs.ts";
import { protectMeans } from "../../src/disclosure/protect_mean.ts";
import { protectSurvival } from "../../src/disclosure/protect_survival.ts";
import { writeRelease } from "../../src/publish/write_release.ts";
import { curvesOf, madePeople } from "../disclosure/made_curves.ts";
import { drawCapacity, madeCapacity, monthsFrom } from "./made_capacity.ts";
import { makeCommittee } from "./made_committee.ts";
import { MADE_MEASURES, makeCells, makeSteps } from "./made_counts.ts";
import { makeManifest } from "./made_manifest.ts";
import { madeModels } from "./made_models.ts";
import { AS_OF, CLINICS, iso, MONTHS, makeUnits } from "./made_units.ts";

const known = new Map<string, ReturnType<typeof makeRelease>>();

/** Writes the release of a made programme and returns its folder. With few people most of its public cells are hidden. */
export function writeMadeRelease(releaseDir: string, people = 2400, policy: Policy = PUBLIC): string {
  const name = `${people} people, ${JSON.stringify(policy)}`;
  const made = known.get(name) ?? makeRelease(people, policy);
  known.set(name, made);
  return writeRelease({ releaseDir, ...made });
}

function makeRelease(people: number, policy: Policy) {
  const units = makeUnits(people);
  const made = makeCells(units, "phq9");
  const cells = made.map(
    ({ unit: _unit, range: _range, value: _value, held: _held, baseline: _baseline, ...cell }) => cell,
  );
  const moments = made
    .filter(({ measure }) => measure === "mean_change")
    .map(({ denominator: _n, observed: _seen, numerator: _met, cohort: _when, ...cell }) => cell);
  const clinics = CLINICS.map((_, i) => `c${i + 1}`);
  const capacity = madeCapacity({ clinics, months: monthsFrom(iso(0), MONTHS), people, asOf: AS_OF });
  const protecting = protect(cells, makeSteps(units, cells), policy, { beside: capacity.beside });
  const { summary, beside, audit: _, ...tables } = protecting;
  const means = protectMeans(moments, tables.cells, policy);
  const signals = labelSignals(
    MADE_MEASURES.flatMap((measure) => findSignals(measure, cells)),
    tables.cells,
    policy,
  );
  const eligible = units.filter(({ reason, month }) => !reason && month < MONTHS - 6);
  const models = madeModels(eligible, tables.cells, policy);
  const scores = protectScores({ forms: 9 * people, unscorable: 30, late: people }, policy);
  const described = makeManifest(summary, people, policy);
  const measures = MADE_MEASURES.map((measure) => ({ ...measure, missing_tables: [] }));
  const quality = describeQuality({ measures, ...tables, inputs: described.inputs, scores });
  const manifest = { ...described, scores, quality };
  const survival = protectSurvival(curvesOf(madePeople(7, people, CLINICS.length)), policy);
  const costs = protectCosts(costCells(capacity.staff, cells, { asOf: AS_OF }), tables.cells, policy);
  const committee = protectCommittee(makeCommittee(MADE_MEASURES, cells), signals, policy);
  const others = { means, signals, survival, costs, ...committee, ...drawCapacity(capacity, beside, policy) };
  return { asOf: AS_OF, ...tables, ...models, ...others, manifest };
}
