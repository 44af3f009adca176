import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MadeProgramme, madeProgramme } from "./made_programme.ts";

describe("the people of a large synthetic programme", () => {
  let made: MadeProgramme;
  beforeAll(async () => {
    made = await madeProgramme({ patients: 60_000, months: 36, clinics: 40, seed: 11 }, [
      "truth.language",
      "extract.episode",
    ]);
  });
  afterAll(() => made.close());

  /** Everyone in primary care elevated at intake, improved or not between weeks 17 and 24 (PHQ-9 below 10 or halved; Bao 2016). */
  const IMPROVED = `WITH intake AS (
      SELECT episode, phq9 AS baseline FROM world.occasion WHERE step = 0 AND phq9 >= 10
    ),
    week_24 AS (
      SELECT episode, max_by(phq9, step) AS phq9 FROM world.occasion WHERE day BETWEEN 120 AND 168 GROUP BY episode
    ),
    week_8 AS (
      SELECT episode, max_by(phq9, step) AS phq9 FROM world.occasion WHERE step <= 4 GROUP BY episode
    ),
    judged AS (
      SELECT course.is_early, consultation.episode IS NOT NULL AS is_consulted,
        week_8.phq9 >= 10 AND 2 * week_8.phq9 > intake.baseline AS is_slow,
        week_24.phq9 < 10 OR 2 * week_24.phq9 <= intake.baseline AS is_improved
      FROM intake
      JOIN week_24 USING (episode)
      JOIN week_8 USING (episode)
      JOIN world.course AS course USING (episode)
      JOIN world.clinic AS clinic ON clinic.clinic = course.clinic AND clinic.setting = 'primary_care'
      LEFT JOIN world.consultation AS consultation USING (episode)
    )`;

  const oddsRatio = async (exposure: string, population: string) => {
    const odds = await made.rows<{ exposed: boolean; odds: number }>(
      `${IMPROVED} SELECT ${exposure} AS exposed, count(*) FILTER (WHERE is_improved) / count(*) FILTER (WHERE NOT is_improved) AS odds
       FROM judged WHERE ${population} GROUP BY exposed ORDER BY exposed`,
    );
    const [without, exposed] = odds.map((row) => row.odds) as [number, number];
    return exposed / without;
  };

  it("reach remission at six months about as often as published, by severity at baseline", async () => {
    const rows = await made.rows<{ baseline_band: string; rate: number }>(
      `SELECT baseline_band, CAST(100 * remission / eligible AS DOUBLE) AS rate FROM (
         SELECT band.band AS baseline_band, band.score_min, count(*) AS eligible, count(*) FILTER (WHERE score <= 4) AS remission
         FROM truth.outcome
         JOIN given.band AS band ON band.instrument = 'phq9' AND baseline BETWEEN score_min AND score_max
         JOIN world.course AS course USING (episode)
         JOIN world.clinic AS clinic ON clinic.clinic = course.clinic
         WHERE outcome.instrument = 'phq9' AND window_id = '6m' AND baseline >= 10 AND setting = 'primary_care'
         GROUP BY band.band, score_min
       ) ORDER BY score_min`,
    );
    // Angstman et al. 2012: 45.6, 36.9 and 29.6 %.
    expect(rows.map(({ baseline_band }) => baseline_band)).toEqual([
      "moderate",
      "moderately_severe",
      "severe",
    ]);
    for (const [index, published] of [45.6, 36.9, 29.6].entries())
      expect(Math.abs((rows[index]?.rate ?? 0) - published)).toBeLessThan(3);
  });

  it("improve more often after early follow-up and after consultation, within the published intervals", async () => {
    const early = await oddsRatio("is_early", "TRUE");
    expect(early).toBeGreaterThan(1.23);
    expect(early).toBeLessThan(2.17);
    const consulted = await oddsRatio("is_consulted", "is_slow");
    expect(consulted).toBeGreaterThan(1.13);
    expect(consulted).toBeLessThan(1.84);
  });

  it("fall back towards their own level when nothing is done, for they come at their worst", async () => {
    const { first, later, halved } = await made.row<{ first: number; later: number; halved: number }>(
      `SELECT avg(baseline) AS first, avg(score_without_care) AS later,
         avg(CASE WHEN 2 * score_without_care <= baseline THEN 1.0 ELSE 0.0 END) AS halved
       FROM truth.outcome WHERE instrument = 'phq9' AND window_id = '10w' AND baseline >= 10`,
    );
    expect(first - later).toBeGreaterThan(2);
    expect(halved).toBeGreaterThan(0.15);
    expect(halved).toBeLessThan(0.4);
  });

  it("leave more often the worse they feel", async () => {
    const rows = await made.rows<{ severe: boolean; left_permille: number }>(
      `SELECT phq9 >= 15 AS severe, CAST(1000 * count(*) FILTER (WHERE stops = 'leaves') // count(*) AS INTEGER) AS left_permille
       FROM world.occasion WHERE is_scored GROUP BY severe ORDER BY severe`,
    );
    const [mild, severe] = rows.map((row) => row.left_permille) as [number, number];
    expect(severe).toBeGreaterThan(1.5 * mild);
    const { seen, all } = await made.row<{ seen: number; all: number }>(
      `SELECT CAST(avg(score) FILTER (WHERE score_seen IS NOT NULL) AS DOUBLE) AS seen, CAST(avg(score) AS DOUBLE) AS all
       FROM truth.outcome WHERE instrument = 'phq9' AND window_id = '6m'`,
    );
    expect(all - seen).toBeGreaterThan(0.1);
  });

  it("keep caseloads within what a full-time care manager can carry", async () => {
    const { highest, middle } = await made.row<{ highest: number; middle: number }>(
      `WITH load AS (
         SELECT clinic_month.clinic, clinic_month.month, any_value(fte_milli) AS fte_milli, count(*) AS active
         FROM world.clinic_month AS clinic_month
         JOIN extract.episode AS episode ON episode.clinic_id = clinic_id(clinic_month.clinic)
           AND episode.enrolled_date <= clinic_month.first_day
           AND (episode.ended_date IS NULL OR episode.ended_date > clinic_month.first_day)
         WHERE clinic_month.month >= 12
         GROUP BY ALL
       )
       SELECT max(1000 * active // fte_milli) AS highest, CAST(median(1000 * active // fte_milli) AS INTEGER) AS middle FROM load`,
    );
    expect(highest).toBeLessThanOrEqual(125);
    expect(middle).toBeGreaterThan(40);
    expect(middle).toBeLessThan(90);
  });

  it("wait longer while a post is empty", async () => {
    const rows = await made.rows<{ vacant: boolean; days: number }>(
      `SELECT clinic_month.vacant_posts > 0 AS vacant, avg(days_between(referral.referred_date, enrolment.enrolled_date)) AS days
       FROM world.enrolment AS enrolment
       JOIN world.referral AS referral USING (episode)
       JOIN world.clinic_month AS clinic_month ON clinic_month.clinic = referral.clinic AND clinic_month.month = enrolment.month
       GROUP BY vacant ORDER BY vacant`,
    );
    const [full, vacant] = rows.map(({ days }) => days) as [number, number];
    expect(full).toBeGreaterThan(5);
    expect(full).toBeLessThan(40);
    expect(vacant).toBeGreaterThan(full);
  });

  it("show the planted changes, and the clinic without a bilingual care manager", async () => {
    const changes = await made.rows<{ role: string; gain: number }>(
      `SELECT role, avg(CASE WHEN 2 * score <= baseline THEN 100.0 ELSE 0.0 END) FILTER (WHERE month >= change_month)
         - avg(CASE WHEN 2 * score <= baseline THEN 100.0 ELSE 0.0 END) FILTER (WHERE month < change_month) AS gain
       FROM truth.outcome
       JOIN world.course AS course USING (episode)
       JOIN world.clinic AS clinic ON clinic.clinic = course.clinic
       WHERE instrument = 'phq9' AND window_id = '10w' AND baseline >= 10 AND change_month IS NOT NULL
       GROUP BY role ORDER BY role`,
    );
    expect(changes.map(({ role }) => role)).toEqual(["deteriorates", "improves"]);
    expect(changes[0]?.gain).toBeLessThan(-12);
    expect(changes[1]?.gain).toBeGreaterThan(12);
    const groups = await made.rows<{ language: string; early: number; response: number }>(
      `SELECT language, CAST(100 * sum(early) / sum(started) AS DOUBLE) AS early, CAST(100 * sum(response) / sum(eligible) AS DOUBLE) AS response
       FROM truth.language WHERE NOT is_bilingual AND language <> 'Other' GROUP BY language ORDER BY language`,
    );
    const [english, spanish] = groups as [(typeof groups)[0], (typeof groups)[0]];
    expect(spanish.early).toBeLessThan(english.early - 20);
    expect(spanish.response).toBeLessThan(english.response - 5);
  });

  it("come more often in winter than in summer, and do better as the team learns", async () => {
    const { winter, summer } = await made.row<{ winter: number; summer: number }>(
      `SELECT count(*) FILTER (WHERE month(referred_date) IN (1, 2, 3)) AS winter, count(*) FILTER (WHERE month(referred_date) IN (6, 7, 8)) AS summer
       FROM world.referral WHERE sequence = 1`,
    );
    expect(winter).toBeGreaterThan(summer);
    const { first_year, third_year } = await made.row<{ first_year: number; third_year: number }>(
      `SELECT avg(care_share) FILTER (WHERE month < 12) AS first_year, avg(care_share) FILTER (WHERE month >= 24) AS third_year FROM world.course`,
    );
    expect(third_year).toBeGreaterThan(first_year);
  });
});
