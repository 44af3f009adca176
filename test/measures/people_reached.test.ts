import { describe, expect, it } from "vitest";
import { drawnRegistry, verdictsOf } from "./care_case.ts";

const EPISODES = `
  episode_id | patient_id | referred_date | enrolled_date | clinic_id
  one        | p1         | 2024-02-20    | 2024-03-01    | north
  two        | p1         | 2024-06-01    | 2024-06-10    | south
  three      | p2         | 2024-04-30    |               | north
  four       | p3         |               | 2024-05-02    | south
  five       | p4         | 2024-12-31    | 2025-01-02    | south
  six        | p5         | 2025-01-01    |               | south`;

describe("people reached", () => {
  it("counts a person once, however many episodes, and only what has happened by the as-of date", async () => {
    expect(await verdictsOf("people_reached", { episode: EPISODES })).toEqual({
      p1: "met",
      p2: "not met",
      p3: "met",
      p4: "not met",
    });
  });

  it("counts the person in the month and at the clinic of the first referral, or of enrolment where none is recorded", async () => {
    const warehouse = await drawnRegistry({ episode: EPISODES }, "2024-12-31");
    const rows = await warehouse.rows(
      "SELECT unit_id, CAST(period_start AS VARCHAR) AS month, clinic_id FROM measure.people_reached ORDER BY unit_id",
    );
    await warehouse.close();
    expect(rows.map(({ unit_id, month, clinic_id }) => `${unit_id} ${month} ${clinic_id}`)).toEqual([
      "p1 2024-02-01 north",
      "p2 2024-04-01 north",
      "p3 2024-05-01 south",
      "p4 2024-12-01 south",
    ]);
  });
});
