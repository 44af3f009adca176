import { date, flag, id, text } from "../columns.ts";
import { defineTable } from "../table.ts";

/** Reviews of a person with the psychiatric consultant. */
export const caseReview = defineTable({
  name: "case_review",
  grain: "person discussed with the psychiatric consultant",
  columns: {
    review_id: id({ description: "Identifier of the review", pii: "pseudonym" }),
    episode_id: id({ description: "Episode", pii: "pseudonym" }),
    review_date: date({ description: "Day of the review", pii: "indirect" }),
    recommendation: text({ description: "What was recommended, as recorded", pii: "indirect" }).nullish(),
    treatment_changed: flag({ description: "Whether treatment changed after it", pii: "indirect" }).nullish(),
  },
  key: ["review_id"],
  references: [{ column: "episode_id", table: "episode" }],
  happened: ["review_date"],
});
