import { code, date, id } from "../columns.ts";
import { defineTable } from "../table.ts";

/** Stretches of collaborative care, from referral to discharge. */
export const episode = defineTable({
  name: "episode",
  grain: "episode of care",
  required: true,
  columns: {
    episode_id: id({ description: "Identifier of the episode", pii: "pseudonym" }),
    patient_id: id({ description: "Person cared for", pii: "pseudonym" }),
    clinic_id: id({ description: "Site that gives the care", pii: "none" }),
    care_manager_id: id({ description: "Care manager", pii: "pseudonym" }).nullish(),
    referred_date: date({ description: "Day of referral", pii: "indirect" }).nullish(),
    enrolled_date: date({
      description: "Day of enrolment; blank for a person only referred",
      pii: "indirect",
    }).nullable(),
    ended_date: date({
      description: "Day the episode ended; blank while it lasts",
      pii: "indirect",
    }).nullish(),
    end_reason: code({ description: "Why it ended, as recorded", pii: "indirect" }).nullish(),
    target_condition: code({ description: "Condition treated", pii: "indirect" }).nullish(),
    primary_instrument: code({ description: "Instrument the episode is steered by", pii: "none" }).nullish(),
  },
  key: ["episode_id"],
  references: [
    {
      column: "patient_id",
      table: "patient",
      notBefore: [
        ["enrolled_date", "birth_date"],
        ["enrolled_date", "birth_year"],
      ],
      notAfter: [["enrolled_date", "deceased_date"]],
    },
    { column: "clinic_id", table: "clinic" },
  ],
  inOrder: [
    ["referred_date", "enrolled_date"],
    ["enrolled_date", "ended_date"],
  ],
  happened: ["referred_date", "enrolled_date"],
});
