import type { ReleasedGap } from "../../disclosure/released.ts";
import type { CellKey } from "../../reference/cells.ts";
import type { Column, Table } from "../schema.ts";

/** The columns that tell groups apart come first. */
export const gapsTable = (key: readonly Column<CellKey>[]): Table<ReleasedGap> => ({
  name: "gaps",
  columns: [
    ...key,
    { name: "role", type: "text", description: "outcome, or process: a step of care that may explain one." },
    { name: "people", type: "count", description: "Everyone eligible in the group, rounded; as in cells." },
    { name: "value", type: "rate", description: "Share of them who met the measure; as in cells." },
    { name: "others", type: "rate", description: "Share of everyone else in the programme who met it." },
    { name: "difference", type: "number", description: "value - others." },
    { name: "difference_lower", type: "number", description: "Lower end of its 95 % interval (Newcombe)." },
    { name: "difference_upper", type: "number", description: "Upper end of its 95 % interval." },
    {
      name: "more_needed",
      type: "number",
      description:
        "people x (others - value): how many more of the group would have met the measure at the others' rate.",
    },
    { name: "more_needed_lower", type: "number", description: "Lower end of its 95 % interval." },
    { name: "more_needed_upper", type: "number", description: "Upper end of its 95 % interval." },
    {
      name: "finding",
      type: "text",
      description:
        "fewer or more of the group than of the others met it, no_clear_difference (the interval holds zero) or not_compared.",
    },
    {
      name: "steadied",
      type: "rate",
      description: "value drawn towards the programme by how little a small group tells (empirical Bayes).",
    },
    {
      name: "steadied_lower",
      type: "rate",
      description: "Lower end of its 95 % interval; blank where groups differ by no more than chance.",
    },
    { name: "steadied_upper", type: "rate", description: "Upper end of its 95 % interval." },
    { name: "own_weight", type: "rate", description: "How much of steadied is the group's own." },
    {
      name: "status",
      type: "text",
      description: "shown, suppressed, no_value (nobody is eligible) or pending; as in cells.",
    },
  ],
});
