import { describe, expect, it } from "vitest";
import { countFlow } from "../../src/compute/count_flow.ts";
import { countWaits } from "../../src/compute/count_waits.ts";
import { drawnRegistry } from "../measures/care_case.ts";

const TABLES = {
  clinic: `
    clinic_id
    c1
    c2`,
  episode: `
    episode_id | clinic_id | referred_date | enrolled_date | ended_date
    e1         | c1        | 2024-01-10    | 2024-01-31    |
    e2         | c1        | 2024-01-31    | 2024-02-01    | 2024-03-31
    e3         | c2        | 2024-01-31    |               | 2024-02-29
    e4         | c2        | 2024-01-31    |               |
    e5         | c2        |               | 2024-02-10    |`,
  contact: `
    episode_id | contact_date
    e1         | 2024-01-15`,
  staffing: `
    clinic_id | month      | fte
    c1        | 2024-01-01 | 0.5
    c1        | 2024-02-01 | 0.5
    c1        | 2024-03-01 | 0.5`,
};

describe("a programme's flow", () => {
  it("counts who comes and goes in a month and who is there on its last day, of months that are over", async () => {
    const warehouse = await drawnRegistry(TABLES, "2024-04-29");
    const cells = await countFlow(warehouse, { asOf: "2024-04-29", clinics: ["c1", "c2"] });
    const months = (flow: string, clinic = "all") =>
      cells
        .filter((cell) => cell.measure === flow && cell.clinic_id === clinic && cell.period_grain === "month")
        .map(({ period_start, denominator }) => `${period_start?.slice(5, 7)}: ${denominator}`)
        .join(", ");
    expect(months("referred")).toBe("01: 4, 02: 0, 03: 0");
    expect(months("enrolled")).toBe("01: 1, 02: 2, 03: 0");
    expect(months("left_unseen")).toBe("01: 0, 02: 1, 03: 0");
    expect(months("ended")).toBe("01: 0, 02: 0, 03: 1");
    expect(months("waiting")).toBe("01: 3, 02: 1, 03: 1");
    expect(months("waiting_over_28d")).toBe("01: 0, 02: 1, 03: 1");
    expect(months("waiting_over_90d")).toBe("01: 0, 02: 0, 03: 0");
    expect(months("in_care")).toBe("01: 1, 02: 3, 03: 3");
    expect(months("caseload")).toBe("01: 1, 02: 2, 03: 2");
    expect(months("caseload", "c2")).toBe("01: 0, 02: 0, 03: 0");
    expect(months("started")).toBe("01: 1, 02: 1, 03: 0");
    const total = cells.find(
      (cell) => cell.measure === "referred" && cell.period_grain === "all" && cell.clinic_id === "c2",
    );
    expect(total?.denominator).toBe(2);
    await warehouse.close();
  });

  it("counts waits to the first contact or enrolment, and leaves nobody out who still waits", async () => {
    const warehouse = await drawnRegistry(TABLES, "2024-04-30");
    const [everyone] = await countWaits(warehouse, { clinics: ["c1", "c2"] });
    expect(everyone?.ends).toEqual([
      { time: 1, events: 1, censored: 0 },
      { time: 5, events: 1, censored: 0 },
      { time: 29, events: 0, censored: 1 },
      { time: 90, events: 0, censored: 1 },
    ]);
    await warehouse.close();
  });
});
