import { describe, expect, it } from "vitest";
import { kaplanMeier } from "../../src/stats/kaplan_meier.ts";
import { lifeTable } from "../../src/stats/life_table.ts";
import { logRank } from "../../src/stats/log_rank.ts";
import { medianSurvival } from "../../src/stats/median_survival.ts";
import type { TimeToEvent } from "../../src/stats/risk_set.ts";
import { seededRandom } from "../../src/stats/seeded_random.ts";
import { survivalAt } from "../../src/stats/survival_at.ts";
import { about } from "./about.ts";

/** Times drawn as in the literature: `13` is an event at 13, `13+` is censored then. */
const times = (drawn: string): TimeToEvent[] =>
  drawn.split(" ").map((word) => ({ time: Number.parseFloat(word), isEvent: !word.endsWith("+") }));

// R's survival 3.5-3: the data sets aml and veteran (by cell type).
const MAINTAINED = times("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");
const NOT_MAINTAINED = times("5 5 8 8 12 16+ 23 27 30 33 43 45");
const VETERAN = [
  "72 411 228 126 118 10 82 110 314 100+ 42 8 144 25+ 11 999 112 87+ 231+ 242 991 111 1 587 389 33 " +
    "25 357 467 201 1 30 44 283 15",
  "30 384 4 54 13 123+ 97+ 153 59 117 16 151 22 56 21 18 139 20 31 52 287 18 51 122 27 54 7 63 392 " +
    "10 25 103+ 21 13 87 2 20 7 24 99 8 99 61 25 95 80 51 29",
  "8 92 35 117 132 12 162 3 95 24 18 83+ 31 51 90 52 73 8 36 48 7 140 186 84 19 45 80",
  "177 162 216 553 278 12 260 200 156 182+ 143 105 103 250 100 52 164 19 53 15 43 340 133 111 231 " +
    "378 49",
].map(times);

describe("kaplanMeier(subjects)", () => {
  it("agrees with survfit(Surv(time, status) ~ 1, conf.type = 'log-log') on the maintained arm of aml", () => {
    const { n, lastTime, steps } = kaplanMeier(MAINTAINED);
    expect([n, lastTime]).toEqual([11, 161]);
    expect(
      steps.map((step) => [step.time, step.survival, step.standardError, step.lower, step.upper]),
    ).toEqual(
      about(
        [
          [9, 0.9090909091, 0.0866784172, 0.50808020577, 0.9866738227],
          [13, 0.8181818182, 0.1162912998, 0.44742861468, 0.9511622286],
          [18, 0.7159090909, 0.1396649706, 0.35019038591, 0.8990239742],
          [23, 0.6136363636, 0.152632331, 0.26575204, 0.8352992433],
          [31, 0.4909090909, 0.1641932672, 0.16733090978, 0.7533997904],
          [34, 0.3681818182, 0.1626688858, 0.09282957494, 0.6570408324],
          [48, 0.1840909091, 0.1534927458, 0.01173848012, 0.5250148427],
        ],
        9,
      ),
    );
  });

  it("counts those at risk just before each event, tied events together", () => {
    const { steps } = kaplanMeier(NOT_MAINTAINED);
    expect(steps.slice(0, 4).map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [5, 12, 2],
      [8, 10, 2],
      [12, 8, 1],
      [23, 6, 1],
    ]);
  });

  it("keeps a subject censored at an event's time at risk for that event", () => {
    expect(kaplanMeier(times("4 4+")).steps).toMatchObject([{ time: 4, atRisk: 2, survival: 0.5 }]);
  });

  it("has no standard error or limits once it is down to 0, as in R", () => {
    expect(kaplanMeier(NOT_MAINTAINED).steps.at(-1)).toEqual({
      time: 45,
      atRisk: 1,
      events: 1,
      survival: 0,
      standardError: null,
      lower: null,
      upper: null,
    });
  });

  it("is the plain proportion with the binomial standard error when nobody is censored", () => {
    for (const { time, survival, standardError } of kaplanMeier(times("3 5 5 6 8 9 11 12 12 20")).steps.slice(
      0,
      -1,
    )) {
      const share = times("3 5 5 6 8 9 11 12 12 20").filter((subject) => subject.time > time).length / 10;
      expect(survival).toBeCloseTo(share, 12);
      expect(standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / 10), 12);
    }
  });

  it("has no steps without events, and no end of observation without subjects", () => {
    expect(kaplanMeier(times("3+ 9+"))).toEqual({ n: 2, lastTime: 9, steps: [] });
    expect(kaplanMeier([])).toEqual({ n: 0, lastTime: null, steps: [] });
  });

  it("falls, and keeps its limits around itself and within 0 and 1, on random data", () => {
    const random = seededRandom(4);
    for (let round = 0; round < 200; round++) {
      const subjects = Array.from({ length: 1 + Math.floor(random() * 30) }, () => ({
        time: Math.floor(random() * 12),
        isEvent: random() < 0.6,
      }));
      let last = 1;
      for (const { survival, lower, upper } of kaplanMeier(subjects).steps) {
        expect(survival).toBeLessThan(last);
        last = survival;
        if (lower === null || upper === null) expect(survival).toBe(0);
        else expect([0, lower, survival, upper, 1].sort()).toEqual([0, lower, survival, upper, 1]);
      }
    }
  });

  it("refuses a time that is negative or no number", () => {
    expect(() => kaplanMeier(times("-1"))).toThrow(
      "Every time to an event must be a finite number of zero or more.",
    );
    expect(() => kaplanMeier(times("x"))).toThrow("Every time to an event");
  });
});

describe("people who are alike", () => {
  it("may be given as one subject with their number", () => {
    const one = (time: number, people: number, isEvent = true) => ({ time, isEvent, people });
    const grouped = [one(5, 2), one(8, 2), one(12, 1), one(16, 1, false), ...times("23 27 30 33 43 45")];
    expect(kaplanMeier(grouped)).toEqual(kaplanMeier(NOT_MAINTAINED));
    expect(logRank([MAINTAINED, grouped])).toEqual(logRank([MAINTAINED, NOT_MAINTAINED]));
  });
});

describe("lifeTable(intervals)", () => {
  // R's survfit with weights: half of those censored within an interval leave at its start, half at its end.
  const INTERVALS = [
    { end: 4, atRisk: 100, events: 20, censored: 10 },
    { end: 8, atRisk: 70, events: 15, censored: 9 },
    { end: 12, atRisk: 46, events: 10, censored: 6 },
    { end: 26, atRisk: 30, events: 12, censored: 8 },
  ];

  it("agrees with survfit where half of the censored leave at either end of their interval", () => {
    const { n, lastTime, steps } = lifeTable(INTERVALS);
    expect([n, lastTime]).toEqual([100, 26]);
    expect(
      steps.map((step) => [
        step.time,
        step.atRisk,
        step.survival,
        step.standardError,
        step.lower,
        step.upper,
      ]),
    ).toEqual(
      about(
        [
          [4, 95, 0.78947368421, 0.041827337592, 0.6929625892, 0.85868573643],
          [8, 65.5, 0.60867818401, 0.05215424547, 0.49842554179, 0.70188756812],
          [12, 43, 0.46712511796, 0.056033675164, 0.35465140253, 0.57184059181],
          [26, 26, 0.25152890967, 0.05473633842, 0.15259569542, 0.36302331796],
        ],
        9,
      ),
    );
  });

  it("is the Kaplan-Meier curve at the ends of its intervals when nobody is censored within one", () => {
    const curve = kaplanMeier(times("1 2 2 3 5 6 9 9 10 14"));
    const table = lifeTable([
      { end: 4, atRisk: 10, events: 4, censored: 0 },
      { end: 8, atRisk: 6, events: 2, censored: 0 },
      { end: 12, atRisk: 4, events: 3, censored: 0 },
    ]);
    for (const { time, survival } of table.steps)
      expect(survival).toBeCloseTo(survivalAt(curve, time)?.value ?? Number.NaN, 12);
  });

  it("stays at 1 without limits before the first event and ends where nobody is left", () => {
    const { lastTime, steps } = lifeTable([
      { end: 4, atRisk: 20, events: 0, censored: 4 },
      { end: 8, atRisk: 16, events: 10, censored: 6 },
      { end: 12, atRisk: 0, events: 0, censored: 0 },
    ]);
    expect(lastTime).toBe(8);
    expect(steps.map(({ survival, lower }) => [survival, lower === null])).toEqual([
      [1, true],
      [3 / 13, false],
    ]);
    expect(lifeTable([])).toEqual({ n: 0, lastTime: null, steps: [] });
  });

  it("refuses an interval that more people leave than enter", () => {
    expect(() => lifeTable([{ end: 4, atRisk: 10, events: 8, censored: 5 }])).toThrow(
      "No more people can leave an interval than have entered it.",
    );
  });
});

describe("survivalAt(curve, time)", () => {
  it("agrees with summary(survfit, times = c(90, 180, 365)) on veteran", () => {
    const curve = kaplanMeier(VETERAN.flat());
    expect([90, 180, 365].map((time) => survivalAt(curve, time))).toEqual(
      about(
        [
          { value: 0.46403796345, lower: 0.3784852751, upper: 0.5451225521 },
          { value: 0.2224114137, lower: 0.1546885812, upper: 0.2979710286 },
          { value: 0.09004510676, lower: 0.0469571296, upper: 0.1503235734 },
        ],
        9,
      ),
    );
  });

  it("is 1 without limits before the first event, and steps at the event itself", () => {
    const curve = kaplanMeier(MAINTAINED);
    expect(survivalAt(curve, 8.9)).toEqual({ value: 1, lower: null, upper: null });
    expect(survivalAt(curve, 9)?.value).toBeCloseTo(10 / 11, 12);
  });

  it("holds the truth about 95 % of the time in a simulation with a third censored", () => {
    const random = seededRandom(8);
    const waiting = (rate: number) => -Math.log(random()) / rate;
    const rounds = 1000;
    let covered = 0;
    for (let round = 0; round < rounds; round++) {
      const subjects = Array.from({ length: 60 }, () => {
        const [event, censored] = [waiting(1), waiting(0.5)];
        return { time: Math.min(event, censored), isEvent: event <= censored };
      });
      const { lower, upper } = survivalAt(kaplanMeier(subjects), Math.LN2) ?? { lower: null, upper: null };
      covered += Number(lower !== null && upper !== null && lower <= 0.5 && 0.5 <= upper);
    }
    expect(covered / rounds).toBeGreaterThan(0.935);
    expect(covered / rounds).toBeLessThan(0.97);
  });

  it("knows nothing after the end of observation, unless the curve is down to 0", () => {
    expect(survivalAt(kaplanMeier(MAINTAINED), 161)?.value).toBeCloseTo(0.1840909091, 9);
    expect(survivalAt(kaplanMeier(MAINTAINED), 162)).toBeNull();
    expect(survivalAt(kaplanMeier(NOT_MAINTAINED), 200)).toEqual({ value: 0, lower: null, upper: null });
    expect(survivalAt(kaplanMeier([]), 1)).toBeNull();
  });
});

describe("medianSurvival(curve)", () => {
  it.each([
    ["aml, maintained", MAINTAINED, 31, 13, null],
    ["aml, not maintained", NOT_MAINTAINED, 23, 5, 33],
    ["veteran", VETERAN.flat(), 80, 52, 100],
  ])("agrees with print(survfit) on %s", (_, subjects, value, lower, upper) => {
    expect(medianSurvival(kaplanMeier(subjects))).toEqual({ value, lower, upper });
  });

  it("is the smallest time with half or fewer left, even where rounding lifts the half", () => {
    expect(medianSurvival(kaplanMeier(times("1 2 3 4")))).toEqual({ value: 2, lower: 1, upper: null });
    const half = times("1 2 3 4 5 6 6+ 7 8 9 10 11");
    expect(medianSurvival(kaplanMeier(half))?.value).toBe(6);
  });

  it("is null while more than half are left", () => {
    expect(medianSurvival(kaplanMeier(times("1 2+ 3+")))).toBeNull();
    expect(medianSurvival(kaplanMeier([]))).toBeNull();
  });
});

describe("logRank(groups)", () => {
  it("agrees with survdiff on the two arms of aml", () => {
    expect(logRank([MAINTAINED, NOT_MAINTAINED])).toEqual(
      about(
        {
          chiSquare: 3.396388699,
          degreesOfFreedom: 1,
          p: 0.06533932204,
          groups: [
            { n: 11, observed: 7, expected: 10.689335992 },
            { n: 12, observed: 11, expected: 7.310664008 },
          ],
        },
        9,
      ),
    );
  });

  it("agrees with survdiff on the four cell types of veteran", () => {
    const result = logRank(VETERAN);
    expect(result?.chiSquare).toBeCloseTo(25.40370035, 8);
    expect(result?.degreesOfFreedom).toBe(3);
    expect(result?.p).toBeCloseTo(1.271245939e-5, 13);
    expect(result?.groups.map((group) => group.expected)).toEqual(
      about([47.65467767, 30.10207933, 15.69376461, 34.54947839], 8),
    );
  });

  it("does not depend on the order of the groups", () => {
    expect(logRank(VETERAN.toReversed())?.chiSquare).toBeCloseTo(25.40370035, 8);
  });

  it("is 0 for twin groups", () => {
    expect(logRank([MAINTAINED, MAINTAINED])).toMatchObject(about({ chiSquare: 0, p: 1 }, 12));
  });

  it("leaves out a group that was never at risk, as survdiff does", () => {
    expect(logRank([MAINTAINED, times("1+ 2+"), NOT_MAINTAINED])?.chiSquare).toBeCloseTo(3.396388699, 9);
  });

  it("is null without two groups at risk, without events, and where all events are at once", () => {
    expect(logRank([])).toBeNull();
    expect(logRank([MAINTAINED])).toBeNull();
    expect(logRank([times("1+ 2+"), times("3+")])).toBeNull();
    expect(logRank([times("4 4"), times("4")])).toBeNull();
  });
});
