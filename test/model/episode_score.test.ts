import { describe, expect, it } from "vitest";
import { drawn } from "../support/drawn.ts";
import { assessments, buildRegistry } from "../support/registry.ts";

/** Which episode each drawn assessment belongs to, and its place in the one order of scores. */
async function linked(episodes: string, scores: string, asOf = "2025-12-31") {
  const warehouse = await buildRegistry(
    {
      patient: [{ patient_id: "p1" }, { patient_id: "p2" }],
      episode: drawn(episodes).map((row) => ({ patient_id: "p1", clinic_id: "c1", ...row })),
      assessment: assessments(scores),
    },
    asOf,
  );
  const rows = await warehouse.rows(
    "SELECT assessment_id, episode_id, sequence FROM model.episode_score ORDER BY assessment_id",
  );
  await warehouse.close();
  return rows.map(({ assessment_id, episode_id, sequence }) => `${assessment_id} ${episode_id} ${sequence}`);
}

const TWO_EPISODES = `
  episode_id | enrolled_date | ended_date
  e1         | 2024-01-10    | 2024-05-01
  e2         | 2024-06-01    |`;

describe("the episode of a score", () => {
  it("is the one it names, even where a later one had begun", async () => {
    expect(
      await linked(
        TWO_EPISODES,
        `
        episode_id | assessed_date | total
        e1         | 2024-07-01    | 10`,
      ),
    ).toEqual(["a1 e1 1"]);
  });

  it("is otherwise the latest one enrolled on or before its date, ended or not", async () => {
    expect(
      await linked(
        TWO_EPISODES,
        `
        assessed_date | total
        2024-01-09    | 10
        2024-01-10    | 11
        2024-05-31    | 12
        2024-06-01    | 13`,
      ),
    ).toEqual(["a2 e1 1", "a3 e1 2", "a4 e2 1"]);
  });

  it("is the one with the higher id where two were enrolled on one day", async () => {
    expect(
      await linked(
        `
        episode_id | enrolled_date
        e1         | 2024-01-10
        e2         | 2024-01-10`,
        `
        assessed_date | total
        2024-02-01    | 10`,
      ),
    ).toEqual(["a1 e2 1"]);
  });

  it("is never one that was only referred, nor one enrolled after the as-of date", async () => {
    const episodes = `
      episode_id | referred_date | enrolled_date
      e1         | 2024-01-02    | 2024-01-10
      e2         | 2024-02-01    |
      e3         | 2024-02-01    | 2024-04-01`;
    const scores = `
      assessed_date | total
      2024-03-01    | 10`;
    expect(await linked(episodes, scores, "2024-03-31")).toEqual(["a1 e1 1"]);
  });

  it("is none for a score from before the enrolment of the episode it names", async () => {
    expect(
      await linked(
        TWO_EPISODES,
        `
        episode_id | assessed_date | total
        e2         | 2024-05-31    | 10`,
      ),
    ).toEqual([]);
  });
});

describe("the one order of scores", () => {
  it("is by day, then entry time with none first, then score, then id", async () => {
    expect(
      await linked(
        TWO_EPISODES,
        `
        assessment_id | assessed_date | recorded_at         | total
        a1            | 2024-02-02    |                     | 5
        a2            | 2024-02-01    | 2024-02-03 10:00:00 | 9
        a3            | 2024-02-01    | 2024-02-03 09:00:00 | 12
        a4            | 2024-02-01    | 2024-02-03 09:00:00 | 11
        a5            | 2024-02-01    |                     | 20
        a6            | 2024-02-01    | 2024-02-03 09:00:00 | 11`,
      ),
    ).toEqual(["a1 e1 6", "a2 e1 5", "a3 e1 4", "a4 e1 2", "a5 e1 1", "a6 e1 3"]);
  });

  it("leaves out what could not be scored", async () => {
    expect(
      await linked(
        TWO_EPISODES,
        `
        assessed_date | total
        2024-01-10    |
        2024-01-11    | 10`,
      ),
    ).toEqual(["a2 e1 1"]);
  });
});
