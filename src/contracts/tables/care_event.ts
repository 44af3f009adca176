import { date, id, oneOf } from "../columns.ts";
import { defineTable } from "../table.ts";

/** The kinds of care act. */
const CARE_EVENT_KINDS = [
  "care_plan",
  "relapse_prevention_plan",
  "patient_education",
  "warm_handoff",
  "safety_plan",
  "referral",
  "medication_change",
  "psychotherapy_session",
] as const;

/** Dated acts of care. */
export const careEvent = defineTable({
  name: "care_event",
  grain: "dated care act",
  columns: {
    event_id: id({ description: "Identifier of the act", pii: "pseudonym" }).nullish(),
    episode_id: id({ description: "Episode", pii: "pseudonym" }),
    event_date: date({ description: "Day of the act", pii: "indirect" }),
    kind: oneOf(CARE_EVENT_KINDS, { description: "What was done", pii: "indirect" }),
  },
  key: ["episode_id", "event_date", "kind"],
  surrogate: "event_id",
  references: [{ column: "episode_id", table: "episode" }],
  happened: ["event_date"],
});
