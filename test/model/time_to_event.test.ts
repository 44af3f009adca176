import { describe, expect, it } from "vitest";
import type { Row } from "../../src/warehouse/warehouse.ts";
import { drawn } from "../support/drawn.ts";
import { assessments, buildRegistry, enrolled } from "../support/registry.ts";

interface Story {
  scores: string;
  contacts?: string;
  endedOn?: string;
  asOf?: string;
  instrument?: string;
}

/** Builds one episode enrolled on 2024-01-01 and reads how long it was watched, by event. */
async function watched({ scores, contacts, endedOn, asOf = "2026-12-31", instrument = "phq9" }: Story) {
  const contact = drawn(contacts ?? "contact_date").map(
    (row, place): Row => ({ contact_id: `c${place}`, episode_id: "e1", kind: "treatment", ...row }),
  );
  const episode = enrolled("2024-01-01", endedOn);
  const warehouse = await buildRegistry(
    { episode, contact, assessment: assessments(scores, { instrument }) },
    asOf,
  );
  const rows = await warehouse.rows("SELECT * FROM model.time_to_event");
  await warehouse.close();
  return Object.fromEntries(rows.map((row) => [row.event, row]));
}

const RECOVERY = `
  assessed_date | total
  2024-01-01    | 20
  2024-01-15    | 14
  2024-02-12    | 10
  2024-03-04    | 9
  2024-04-01    | 4
  2024-05-06    | 3`;

describe("response and remission", () => {
  it("come with the first later score that meets them, in days and in weeks from baseline", async () => {
    expect(await watched({ scores: RECOVERY })).toMatchObject({
      response: { is_event: true, start_date: "2024-01-01", end_date: "2024-02-12", days: 42, weeks: 6 },
      remission: { is_event: true, end_date: "2024-04-01", days: 91, weeks: 13 },
    });
  });

  it.each([
    ["2024-01-01", 0, 0],
    ["2024-01-02", 1, 1],
    ["2024-01-08", 7, 1],
    ["2024-01-09", 8, 2],
    ["2024-03-25", 84, 12],
    ["2024-03-26", 85, 13],
  ])("on %s, day %i, fall in week %i: week 12 ends on day 84", async (day, days, weeks) => {
    const scores = `assessed_date | total\n2024-01-01 | 20\n${day} | 21\n2024-09-01 | 20`;
    const until = await watched({ scores, asOf: day });
    expect(until.response).toMatchObject({ is_event: false, days, weeks, is_scored_again: true });
  });

  it("cannot come at baseline, however the scores of that day are ordered", async () => {
    const scores = `
      assessed_date | recorded_at         | total
      2024-01-01    | 2024-01-01 10:00:00 | 9
      2024-01-01    | 2024-01-01 09:00:00 | 18`;
    expect((await watched({ scores })).response).toMatchObject({
      is_event: true,
      days: 0,
      is_scored_again: true,
    });
    expect((await watched({ scores: scores.replace("| 18", "| 9 ") })).response).toBeUndefined();
  });

  it("are judged by the higher of two tied scores first, so that the lower one is the later", async () => {
    const scores = `
      assessed_date | total
      2024-01-01    | 20
      2024-02-12    | 12
      2024-02-12    | 10`;
    expect((await watched({ scores })).response).toMatchObject({ is_event: true, end_date: "2024-02-12" });
  });

  it("are not waited for without an elevated baseline, nor remission without a remission range", async () => {
    expect(await watched({ scores: RECOVERY.replace("| 20", "| 9 ") })).toEqual({});
  });
});

describe("the end of the watch", () => {
  const scores = `
    assessed_date | total
    2024-01-01    | 20
    2024-02-01    | 15
    2024-03-01    | 5`;

  it("is the last score, not the last contact", async () => {
    const story = { scores, contacts: "contact_date\n2024-01-20\n2024-02-20", asOf: "2024-02-25" };
    expect((await watched(story)).response).toMatchObject({
      is_event: false,
      end_date: "2024-02-01",
      contacts: 1,
    });
  });

  it("is no later than the day the episode ended or the as-of date", async () => {
    const seen = { is_event: true, end_date: "2024-03-01" };
    const missed = { is_event: false, end_date: "2024-02-01" };
    expect((await watched({ scores, endedOn: "2024-03-01" })).response).toMatchObject(seen);
    expect((await watched({ scores, endedOn: "2024-02-29" })).response).toMatchObject(missed);
    expect((await watched({ scores, asOf: "2024-03-01" })).response).toMatchObject(seen);
    expect((await watched({ scores, asOf: "2024-02-29" })).response).toMatchObject(missed);
  });

  it("is the baseline itself for somebody never scored again in care", async () => {
    const never = { is_event: false, is_scored_again: false, days: 0, weeks: 0 };
    expect((await watched({ scores, asOf: "2024-01-31" })).response).toMatchObject(never);
  });

  it("leaves out a baseline that comes only after the episode", async () => {
    expect(await watched({ scores, endedOn: "2023-12-31" })).toEqual({});
  });
});

describe("relapse", () => {
  const relapse = (last: string) =>
    watched({
      scores: `${RECOVERY}\n2024-06-03 | 9\n2024-07-01 | ${last}`,
      contacts: "contact_date\n2024-04-01\n2024-04-02",
    });

  it("is watched for from the first score in remission until one that is elevated again", async () => {
    expect((await relapse("10")).relapse).toMatchObject({
      is_event: true,
      start_date: "2024-04-01",
      end_date: "2024-07-01",
      days: 91,
      weeks: 13,
      contacts: 1,
    });
    expect((await relapse("9")).relapse).toMatchObject({ is_event: false, end_date: "2024-07-01" });
  });

  it("is not watched for before a remission", async () => {
    expect((await watched({ scores: RECOVERY, asOf: "2024-03-31" })).relapse).toBeUndefined();
  });
});

describe("contacts", () => {
  it("are those of treatment after the day of the baseline, up to the day of the event", async () => {
    const contacts = `
      contact_date | kind
      2024-01-01   | treatment
      2024-01-02   | treatment
      2024-01-02   | treatment
      2024-01-20   | outreach_attempt
      2024-01-25   | no_show
      2024-02-12   | treatment
      2024-02-13   | treatment`;
    expect(await watched({ scores: RECOVERY, contacts })).toMatchObject({
      response: { contacts: 3 },
      remission: { contacts: 4 },
    });
  });

  it("may be none at all", async () => {
    expect((await watched({ scores: RECOVERY })).response).toMatchObject({ is_event: true, contacts: 0 });
  });
});
