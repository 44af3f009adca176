import { billingCells } from "../../src/compute/count_billing.ts";
import { flowCells } from "../../src/compute/count_flow.ts";
import type { StaffMonth } from "../../src/compute/staff_months.ts";
import type { Policy } from "../../src/disclosure/policy.ts";
import type { Protected } from "../../src/disclosure/protect.ts";
import { drawBilling } from "../../src/disclosure/protect_billing.ts";
import { drawFlow } from "../../src/disclosure/protect_flow.ts";
import { curveCells, drawSurvival } from "../../src/disclosure/protect_survival.ts";
import { BILLING_CODES } from "../../src/reference/billing.ts";
import { CARE_MANAGER_POSTS, CASELOAD_NORMS, FLOWS } from "../../src/reference/capacity.ts";
import { ALL, ANY } from "../../src/reference/cells.ts";
import { addMonths } from "../../src/reference/days.ts";
import type { Edition } from "../../src/reference/disclosure_rules.ts";
import type { CountedCurve, WatchEnd } from "../../src/reference/survival.ts";

export const MADE_CAPACITY_MANIFEST = {
  flows: FLOWS,
  caseload_norms: CASELOAD_NORMS,
  posts: CARE_MANAGER_POSTS,
  billing_codes: BILLING_CODES,
  fees: ["99492", "99493", "G2214", "99494"].map((code, i) => ({
    code,
    from: "2023-01-01",
    amount: 150 - 25 * i,
    source: "made up",
  })),
  currency: "USD",
};

interface MadeSize {
  clinics: readonly string[];
  /** First days of months, oldest first. */
  months: readonly string[];
  people: number;
  asOf: string;
}

/** Who comes, waits, is in care and is billed in a made programme: the larger clinics stand first, and all of it grows a little. */
export function madeCapacity({ clinics, months, people, asOf }: MadeSize) {
  const perMonth = people / months.length;
  const share = (flow: number, clinic: number, month: number) =>
    Math.round(((perMonth * flow * (clinics.length - clinic)) / clinics.length ** 2) * (1.2 + month / 40));
  const tallies = FLOWS.flatMap(({ id }) =>
    clinics.flatMap((clinic_id, clinic) =>
      months.map((month, at) => ({ flow: id, clinic_id, month, people: share(SIZES[id] ?? 1, clinic, at) })),
    ),
  );
  const claims = months.flatMap((month, at) =>
    ["99492", "99493", "G2214", "none"].map((code, place) => {
      const reached = Math.round(perMonth * (0.4 + place / 4) + at);
      const billed = code === "none" ? 0 : Math.round(reached * 0.7);
      const add_ons = code.startsWith("9") ? Math.round(reached / 3) : 0;
      return { month, code, people: reached, billed, add_ons, add_ons_billed: Math.round(add_ons / 2) };
    }),
  );
  const own = clinics.map((clinic_id, clinic) => curve(clinic_id, wait(people / (clinic + 2), clinic)));
  const waits = [
    curve(
      ALL,
      own.flatMap(({ ends }) => ends),
    ),
    ...own,
  ];
  return {
    waits,
    staff: madeStaff(clinics, months),
    beside: {
      billing: billingCells(claims, { asOf }),
      flow: flowCells(tallies, { asOf, clinics }),
      waits: curveCells(waits),
    },
  };
}

/** The tables of a made programme from what was protected of it. */
export const drawCapacity = (
  made: Pick<ReturnType<typeof madeCapacity>, "waits" | "staff">,
  beside: Protected<Edition, "billing" | "flow" | "waits">["beside"],
  policy: Policy,
) => ({
  waits: drawSurvival(made.waits, beside.waits, policy),
  capacity: drawFlow(beside.flow, made.staff, policy),
  billing: drawBilling(beside.billing, { fees: MADE_CAPACITY_MANIFEST.fees, hasClaims: true }, policy),
});

/** How large each flow is beside the people of a month. */
const SIZES: Readonly<Record<string, number>> = {
  left_unseen: 0.2,
  waiting: 0.8,
  waiting_over_28d: 0.3,
  waiting_over_90d: 0,
  in_care: 5,
  caseload: 5,
};

/** Posts and their cost at each clinic, the larger the earlier it stands. */
const madeStaff = (clinics: readonly string[], months: readonly string[]): StaffMonth[] =>
  clinics.flatMap((clinic_id, i) =>
    months.map((month) => {
      const fte = 1.6 - i / 10;
      return { clinic_id, month, fte, care_manager_fte: fte, cost: 7400 * fte };
    }),
  );

const wait = (people: number, clinic: number): WatchEnd[] =>
  [2, 5, 9, 13, 20, 27, 40].map((time, place) => ({
    time: time + clinic,
    events: Math.round(people / (7 + place)),
    censored: Math.round(people / 60),
  }));

const curve = (clinic_id: string, ends: readonly WatchEnd[]): CountedCurve => ({
  instrument: ANY,
  event: "first_contact",
  scale: "days",
  clinic_id,
  stratum: ALL,
  level: ALL,
  ends,
});

/** First days of so many months from one on. */
export const monthsFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, month) => addMonths(first, month));
