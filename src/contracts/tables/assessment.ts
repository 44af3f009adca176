import { code, date, decimal, id, integer, oneOf, timestamp } from "../columns.ts";
import { defineTable } from "../table.ts";

/** As many items as the longest registered instrument has. */
const ITEMS = [
  "item_1",
  "item_2",
  "item_3",
  "item_4",
  "item_5",
  "item_6",
  "item_7",
  "item_8",
  "item_9",
  "item_10",
  "item_11",
  "item_12",
  "item_13",
  "item_14",
  "item_15",
  "item_16",
  "item_17",
  "item_18",
  "item_19",
  "item_20",
  "item_21",
] as const;

/** Widest range of a score or item; the instrument's own range is judged row by row. */
const WIDEST = 1000;

const item = (name: string) =>
  integer(-WIDEST, WIDEST, {
    description: `Answer to ${name.replace("_", " ")}`,
    pii: "indirect",
    unit: "score points",
  }).nullish();

type Items = Record<(typeof ITEMS)[number], ReturnType<typeof item>>;

/** Rating scales that were filled in. */
export const assessment = defineTable({
  name: "assessment",
  grain: "administered instrument",
  required: true,
  columns: {
    assessment_id: id({ description: "Identifier of the administration", pii: "pseudonym" }),
    patient_id: id({ description: "Person assessed", pii: "pseudonym" }),
    episode_id: id({ description: "Episode it belongs to; blank: by its date", pii: "pseudonym" }).nullish(),
    instrument: code({ description: "Instrument, by its id or another known spelling", pii: "none" }),
    assessed_date: date({ description: "Day it was filled in", pii: "indirect" }),
    total: decimal(-WIDEST, WIDEST, {
      description: "Total score as recorded",
      pii: "indirect",
      unit: "score points",
    }).nullish(),
    ...(Object.fromEntries(ITEMS.map((name) => [name, item(name)])) as Items),
    not_done_reason: oneOf(["declined", "medical_reason"], {
      description: "Why it was not filled in, where it was offered that day and was not",
      pii: "indirect",
    }).nullish(),
    recorded_at: timestamp({ description: "When it was entered", pii: "indirect" }).nullish(),
  },
  key: ["assessment_id"],
  references: [
    {
      column: "patient_id",
      table: "patient",
      notBefore: [
        ["assessed_date", "birth_date"],
        ["assessed_date", "birth_year"],
      ],
      notAfter: [["assessed_date", "deceased_date"]],
    },
    { column: "episode_id", table: "episode", same: ["patient_id"] },
  ],
  happened: ["assessed_date"],
  scored: { instrument: "instrument", total: "total", items: ITEMS },
});
