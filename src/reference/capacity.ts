import type { Sourced } from "./instrument.ts";
import type { Spec } from "./spec.ts";

/** Something that is counted of a programme's flow: people who come or go in a period, or who are there at its end. */
export interface Flow {
  id: string;
  title: string;
  is_stock: boolean;
  /** Whether it is set against the care managers in post: only people of clinics that have one recorded are in it. */
  per_fte: boolean;
}

/** What is counted, in the order in which it is published. A referral is over when somebody is seen, enrolled or leaves. */
export const FLOWS: readonly Flow[] = [
  { id: "referred", title: "Referred", is_stock: false, per_fte: false },
  { id: "enrolled", title: "Enrolled", is_stock: false, per_fte: false },
  { id: "left_unseen", title: "Left before being seen", is_stock: false, per_fte: false },
  { id: "ended", title: "Care ended", is_stock: false, per_fte: false },
  { id: "waiting", title: "Waiting to be seen", is_stock: true, per_fte: false },
  { id: "waiting_over_28d", title: "Waiting more than 28 days", is_stock: true, per_fte: false },
  { id: "waiting_over_90d", title: "Waiting more than 90 days", is_stock: true, per_fte: false },
  { id: "in_care", title: "In care", is_stock: true, per_fte: false },
  { id: "caseload", title: "In care where a care manager is in post", is_stock: true, per_fte: true },
  { id: "started", title: "Enrolled where a care manager is in post", is_stock: false, per_fte: true },
];

/** What the full-time equivalents of care managers in a month are, beside the people whom they follow. */
export const CARE_MANAGER_POSTS = {
  title: "Care managers in post",
  definition:
    "The full-time equivalents of behavioral health care managers on record for collaborative care in a calendar month, whoever pays for the patients, by clinic.",
  specs: [{ id: "NYS CoCM metric 11", version: "2025; all payers", match: "same" }],
} as const satisfies { title: string; definition: string; specs: readonly Spec[] };

/** How many people in care a full-time care manager can follow, by whom they serve. */
export interface CaseloadNorm extends Sourced<readonly [low: number, high: number]> {
  id: string;
  title: string;
}

const AIMS = "AIMS Center caseload guidance for one full-time care manager";

/** Published caseload ranges. Programmes are held to the first, as the measure of caseloads within the norm is. */
export const CASELOAD_NORMS: readonly CaseloadNorm[] = [
  {
    id: "safety_net",
    title: "Medicaid or uninsured, behavioural health only",
    value: [60, 80],
    firmness: "sourced",
    source: AIMS,
  },
  {
    id: "commercial",
    title: "Commercially insured, behavioural health only",
    value: [90, 120],
    firmness: "sourced",
    source: AIMS,
  },
  {
    id: "commercial_medical",
    title: "Commercially insured, with medical conditions",
    value: [80, 100],
    firmness: "sourced",
    source: AIMS,
  },
  {
    id: "safety_net_medical",
    title: "Medicaid or uninsured, with medical conditions",
    value: [50, 75],
    firmness: "sourced",
    source: AIMS,
  },
];
