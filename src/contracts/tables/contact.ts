import { code, date, decimal, id, oneOf } from "../columns.ts";
import { defineTable } from "../table.ts";

/** The kinds of contact. */
const CONTACT_KINDS = ["treatment", "outreach_attempt", "no_show", "scheduling", "message"] as const;

/** Contacts with a person in an episode, and attempts at one. */
export const contact = defineTable({
  name: "contact",
  grain: "contact",
  columns: {
    contact_id: id({ description: "Identifier of the contact", pii: "pseudonym" }),
    episode_id: id({ description: "Episode", pii: "pseudonym" }),
    contact_date: date({ description: "Day of the contact", pii: "indirect" }),
    kind: oneOf(CONTACT_KINDS, { description: "What it was", pii: "none" }),
    mode: code({ description: "How, e.g. phone, video, in_person", pii: "none" }).nullish(),
    staff_role: code({ description: "Role of who made it", pii: "none" }).nullish(),
    minutes: decimal(0, 1440, { description: "Time spent", pii: "none", unit: "minutes" }).nullish(),
  },
  key: ["contact_id"],
  references: [{ column: "episode_id", table: "episode" }],
  happened: ["contact_date"],
});
