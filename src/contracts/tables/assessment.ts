import { code, date, decimal, id, integer, timestamp } from "../columns.ts";
import { defineTable } from "../table.ts";

/** Most items a registered instrument can have. */
const MOST_ITEMS = 21;

/** Widest range of a score or item; the instrument's own range is judged row by row. */
const WIDEST = 1000;

const itemNames = Array.from({ length: MOST_ITEMS }, (_, index) => `item_${index + 1}` as const);

const item = (name: string) =>
  integer(-WIDEST, WIDEST, {
    description: `Answer to ${name.replace("_", " ")}`,
    pii: "indirect",
    unit: "score points",
  }).nullish();

type Items = Record<(typeof itemNames)[number], ReturnType<typeof item>>;

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
    ...(Object.fromEntries(itemNames.map((name) => [name, item(name)])) as Items),
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
    },
    { column: "episode_id", table: "episode", same: ["patient_id"] },
  ],
  happened: ["assessed_date"],
  scored: { instrument: "instrument", total: "total", items: itemNames },
});
