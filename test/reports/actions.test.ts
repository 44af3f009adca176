import { describe, expect, it } from "vitest";
import { carryActions } from "../../reports/components/committee_actions.ts";
import type { Release } from "../../reports/components/release.ts";
import { bareRelease } from "./bare_release.ts";
import { measure } from "./made_cells.ts";

type Label = Release["signals"][number]["label"];
type Action = Release["actions"][number];

const SERIES = { measure: "early_follow_up", instrument: "any", window: "days_1_to_28" };

/** The release of one month: the programme's and the clinic's figures and labels, and the actions on record. */
function month(
  as_of: string,
  { all, north, actions }: { all: [number, Label]; north: [number, Label]; actions: readonly Action[] },
): Release {
  const entry = measure({
    id: "early_follow_up",
    title: "Early follow-up",
    by_instrument: false,
    windows: ["days_1_to_28"],
  });
  const pooled = ([value]: [number, Label], clinic_id: string) => ({
    ...SERIES,
    clinic_id,
    period_start: "2024-01-01",
    period_end: as_of,
    denominator: 100,
    observed: 100,
    numerator: 100 * value,
    value,
    lower: value - 0.1,
    upper: value + 0.1,
  });
  return bareRelease(
    {
      as_of,
      measures: [entry],
      headlines: [{ measure: entry.id, windows: ["days_1_to_28"] }],
      windows: [{ id: "days_1_to_28", title: "4 weeks after enrolment", definition: "" }],
      clinics: [{ clinic_id: "north", name: "North" }],
    },
    {
      signals: [
        { ...SERIES, clinic_id: "all", kind: "recent", period_start: null, label: all[1] },
        { ...SERIES, clinic_id: "north", kind: "funnel", period_start: null, label: north[1] },
      ],
      pooled: [pooled(all, "all"), pooled(north, "north")],
      actions,
    },
  );
}

const action = (changes: Partial<Action>): Action => ({
  id: "a",
  measure: "early_follow_up",
  clinic: null,
  owner: "Jo Weber",
  due: "2024-12-15",
  text: "Book the follow-up at intake",
  opened: "2024-10-01",
  closed: null,
  ...changes,
});

const atNorth = action({ id: "b", clinic: "north", opened: "2024-11-01", due: "2025-01-31" });
const october = month("2024-10-31", {
  all: [0.5, "concern"],
  north: [0.4, "common_cause"],
  actions: [action({})],
});
const november = month("2024-11-30", {
  all: [0.55, "concern"],
  north: [0.3, "concern"],
  actions: [action({}), atNorth],
});
const december = month("2024-12-31", {
  all: [0.7, "common_cause"],
  north: [0.35, "concern"],
  actions: [action({ closed: "2024-12-01" }), atNorth],
});

/** What the pack says of each action: its figures then and now, what became of the signal, and whether it is late. */
const told = (release: Release, earlier: Release[]) =>
  carryActions(release, earlier).map(
    ({ action: { id }, before, now, since, isOverdue }) =>
      `${id}: ${before?.value ?? "-"} -> ${now?.value ?? "-"}, ${since}${isOverdue ? ", overdue" : ""}`,
  );

describe("three consecutive months of actions", () => {
  it("carry each action on with its figures then and now, and whether its signal cleared", () => {
    expect(told(october, [])).toEqual(["a: - -> 0.5, unknown"]);
    expect(told(november, [october])).toEqual(["a: 0.5 -> 0.55, stays", "b: - -> 0.3, unknown"]);
    expect(told(december, [october, november])).toEqual(["a: 0.5 -> 0.7, cleared", "b: 0.3 -> 0.35, stays"]);
  });

  it("drop an action after the month in which it was closed, and call a late one overdue", () => {
    const january = month("2025-01-31", {
      all: [0.7, "common_cause"],
      north: [0.5, "common_cause"],
      actions: december.actions,
    });
    expect(told(january, [october, november, december])).toEqual(["b: 0.3 -> 0.5, cleared"]);
    const february = month("2025-02-28", {
      all: [0.7, "common_cause"],
      north: [0.5, "common_cause"],
      actions: [atNorth],
    });
    expect(told(february, [november])).toEqual(["b: 0.3 -> 0.5, cleared, overdue"]);
  });

  it("say nothing of an action on a measure that the release does not hold", () => {
    const other = { ...december, actions: [action({ measure: "screening_reach" })] };
    expect(told(other, [october])).toEqual(["a: - -> -, unknown, overdue"]);
  });
});
