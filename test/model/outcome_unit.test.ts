import { describe, expect, it } from "vitest";
import { drawn } from "../support/drawn.ts";
import { assessments, buildRegistry, enrolled } from "../support/registry.ts";

const BASELINE = "2024-02-28";

/** Who the person of one episode was on the day of the baseline. */
async function unit(
  patient: Record<string, string | number | null>,
  coverage = "patient_id | payer_category",
) {
  const warehouse = await buildRegistry(
    {
      patient: [{ patient_id: "p1", ...patient }],
      coverage: drawn(coverage).map((row) => ({ patient_id: "p1", ...row })),
      episode: enrolled(BASELINE),
      assessment: assessments(`assessed_date | total\n${BASELINE} | 15`),
    },
    "2024-12-31",
  );
  const [row] = await warehouse.rows("SELECT * FROM model.outcome_unit");
  await warehouse.close();
  return row;
}

describe("age at baseline", () => {
  it.each([
    [{ birth_date: "2006-02-28" }, "18_to_29"],
    [{ birth_date: "2006-02-28", birth_year: 1950 }, "18_to_29"],
    [{ birth_date: "2006-03-01" }, "under_18"],
    [{ birth_date: "2004-02-29" }, "18_to_29"],
    [{ birth_date: "1994-02-28" }, "30_to_44"],
    [{ birth_date: "1994-03-01" }, "18_to_29"],
    [{ birth_date: "1959-02-28" }, "65_and_over"],
    [{ birth_date: null, birth_year: 1979 }, "45_to_64"],
    [{ birth_date: null, birth_year: 1980 }, "30_to_44"],
    [{ birth_date: "2024-03-01" }, "unknown"],
    [{ birth_date: null }, "unknown"],
  ])("of a person with %o is %s", async (patient, band) => {
    expect(await unit(patient)).toMatchObject({ age_band: band });
  });
});

describe("the payer at baseline", () => {
  it("is that of the span over the day, ends included, the one that started last", async () => {
    const payer = async (spans: string) =>
      (await unit({}, `payer_category | start_date | end_date\n${spans}`))?.payer;
    expect(await payer("medicaid | 2024-01-01 | 2024-02-28")).toBe("medicaid");
    expect(await payer("medicaid | 2024-02-28 |")).toBe("medicaid");
    expect(await payer("medicaid | 2024-01-01 | 2024-02-27")).toBe("unknown");
    expect(await payer("medicaid | 2024-02-29 |")).toBe("unknown");
    expect(await payer("medicaid | | ")).toBe("medicaid");
    expect(
      await payer("medicaid | 2024-01-01 |\nmedicare | 2024-01-02 |\nself | 2023-01-01 |\ngrant | |"),
    ).toBe("medicare");
  });
});

describe("a category that is not recorded", () => {
  it("is unknown, and one that is stays as the site wrote it", async () => {
    expect(await unit({ sex: "Female (X)" })).toMatchObject({
      sex: "Female (X)",
      race: "unknown",
      ethnicity: "unknown",
      language: "unknown",
      area: "unknown",
    });
  });
});

describe("the units", () => {
  it("are every enrolled episode times every instrument in use, baseline or not", async () => {
    const warehouse = await buildRegistry(
      {
        episode: drawn(`
          episode_id | patient_id | clinic_id | referred_date | enrolled_date
          e1         | p1         | c1        |               | 2024-01-10
          e2         | p1         | c1        | 2024-03-01    |
          e3         | p1         | c1        |               | 2024-06-01`),
        assessment: assessments(`
          instrument | assessed_date | total
          phq9       | 2024-01-10    | 15
          gad7       | 2023-12-01    |`),
      },
      "2024-05-31",
    );
    expect(
      await warehouse.rows(
        "SELECT episode_id, instrument, baseline_score FROM model.outcome_unit ORDER BY episode_id, instrument",
      ),
    ).toEqual([
      { episode_id: "e1", instrument: "gad7", baseline_score: null },
      { episode_id: "e1", instrument: "phq9", baseline_score: 15 },
    ]);
    await warehouse.close();
  });
});
