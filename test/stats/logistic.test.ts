import { transpose, zip } from "d3";
import { describe, expect, it } from "vitest";
import { at } from "../../src/stats/at.ts";
import { calibration } from "../../src/stats/calibration.ts";
import { caseMix } from "../../src/stats/case_mix.ts";
import { cholesky, choleskyInverse, dot } from "../../src/stats/cholesky.ts";
import { type Case, logistic, predict } from "../../src/stats/logistic.ts";
import { about } from "./about.ts";

// R's data set mtcars: miles per gallon, horse power, gears, engine shape, in the order of its rows.
const MPG = [
  21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4,
  30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
];
const HP = [
  110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150, 150,
  245, 175, 66, 91, 113, 264, 175, 335, 109,
];
const GEARS = [
  4, 4, 4, 3, 3, 3, 3, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 4, 4, 4, 3, 3, 3, 3, 3, 4, 5, 5, 5, 5, 5, 4,
];
const STRAIGHT = [
  0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1,
];

const cases = (...covariates: number[][]): Case[] =>
  zip(STRAIGHT, ...covariates).map(([outcome, ...values]) => ({
    covariates: values,
    success: outcome === 1,
  }));

/** Cases with one covariate, drawn as `x:outcome`. */
const drawn = (text: string): Case[] =>
  text.split(" ").map((word) => {
    const [x = 0, outcome] = word.split(":").map(Number);
    return { covariates: [x], success: outcome === 1 };
  });

function fitted(given: readonly Case[]) {
  const model = logistic(given);
  if ("refused" in model) throw new Error(model.refused);
  return model;
}

describe("logistic(cases)", () => {
  // R 4.2.2, converged to the last digit: glm(..., control = glm.control(epsilon = 1e-15)).
  it("agrees with glm(vs ~ mpg, binomial, mtcars)", () => {
    const { coefficients, standardErrors } = fitted(cases(MPG));
    expect(coefficients).toEqual(about([-8.833072576792, 0.430413520263], 10));
    expect(standardErrors).toEqual(about([3.162274272823, 0.158421978735], 8));
  });

  it("agrees with glm(vs ~ mpg + hp, binomial, mtcars)", () => {
    const { coefficients, standardErrors } = fitted(cases(MPG, HP));
    expect(coefficients).toEqual(about([9.531194674424, -0.033853535642, -0.072335465978], 9));
    expect(standardErrors).toEqual(about([7.033755840626, 0.180965829461, 0.034611730297], 7));
  });

  it("agrees with statsmodels on rows that stand for one to four people", () => {
    // statsmodels 0.13.5: GLM(vs, mpg + hp, Binomial(), freq_weights)
    const weighted = cases(MPG, HP).map((one, i) => ({ ...one, people: 1 + (i % 4) }));
    const { coefficients, standardErrors } = fitted(weighted);
    expect(coefficients).toEqual(about([8.4206791017, 0.0003884335, -0.0663638962], 8));
    expect(standardErrors).toEqual(about([4.2667596856, 0.1059789478, 0.0210173876], 7));
    const oneByOne = fitted(
      weighted.flatMap(({ people, ...one }) => Array.from({ length: people }, () => one)),
    );
    expect(coefficients).toEqual(about(oneByOne.coefficients, 9));
  });

  it("gives back the proportion when there are no covariates", () => {
    const { coefficients, standardErrors } = fitted(cases());
    expect(coefficients).toEqual(about([Math.log(14 / 18)], 10));
    expect(standardErrors).toEqual(about([Math.sqrt(1 / 14 + 1 / 18)], 10));
  });

  it("expects as many successes as there are", () => {
    const model = fitted(cases(MPG, HP));
    expect(model.fitted.reduce((total, p) => total + p, 0)).toBeCloseTo(14, 8);
    expect(predict(model.coefficients, [21, 110])).toBeCloseTo(at(model.fitted, 0), 12);
  });

  it("does not depend on the units of its covariates", () => {
    const inMicro = fitted(cases(MPG.map((mpg) => mpg * 1e6)));
    expect(at(inMicro.coefficients, 1) * 1e6).toBeCloseTo(0.430413520263, 8);
  });

  it("says why there is no model", () => {
    expect(logistic([])).toEqual({ refused: "no_cases" });
    expect(logistic(drawn("1:1 2:1"))).toEqual({ refused: "one_outcome" });
    expect(logistic(drawn("1:0 2:0"))).toEqual({ refused: "one_outcome" });
    expect(
      logistic(
        cases(
          MPG,
          MPG.map((mpg) => 2 * mpg + 3),
        ),
      ),
    ).toEqual({ refused: "collinear" });
    expect(logistic(drawn("5:0 5:1 5:0"))).toEqual({ refused: "collinear" });
  });

  it("finds no finite estimate where a covariate separates the outcomes, wholly or but for a tie", () => {
    expect(logistic(drawn("1:0 2:0 3:1 4:1"))).toEqual({ refused: "no_finite_estimate" });
    expect(logistic(drawn("1:0 2:0 2:1 3:1"))).toEqual({ refused: "no_finite_estimate" });
    expect(logistic(drawn("1:0 2:0 3:0 900:1"))).toEqual({ refused: "no_finite_estimate" });
    expect(logistic(drawn("1:0 2:1 3:0 4:1"))).toHaveProperty("coefficients");
  });

  it("refuses covariates that are missing or no numbers", () => {
    expect(() => logistic([...drawn("1:1"), { covariates: [], success: false }])).toThrow(
      "the same covariates",
    );
    expect(() => logistic(drawn("1:1 x:0"))).toThrow("Covariates must be finite numbers.");
    expect(() => predict([1, 2], [])).toThrow("A prediction needs the covariates of its model.");
  });
});

describe("calibration(predictions)", () => {
  const predictions = fitted(cases(MPG)).fitted.map((expected, i) => ({
    expected,
    success: STRAIGHT[i] === 1,
  }));

  it("agrees with R's cut(fitted, quantile(fitted, 0:10/10), include.lowest = TRUE)", () => {
    const groups = calibration(predictions);
    expect(groups.map(({ n }) => n)).toEqual([4, 4, 2, 3, 4, 3, 2, 3, 3, 4]);
    expect(groups.map(({ observed }) => observed)).toEqual([0, 0, 0, 1, 2, 0, 2, 3, 2, 4]);
    expect(groups.map(({ expected }) => expected)).toEqual(
      about(
        [
          0.13234439361, 0.344170343014, 0.219075024969, 0.581455346795, 1.296910113803, 1.514875660408,
          1.186673544004, 2.05803657226, 2.703678397909, 3.962780603228,
        ],
        8,
      ),
    );
  });

  it("takes people alike in one row as it takes them one by one", () => {
    const rows = predictions.map((one, i) => ({ ...one, people: 1 + (i % 3) }));
    const oneByOne = rows.flatMap(({ people, ...one }) => Array.from({ length: people }, () => one));
    expect(calibration(rows)).toEqual(about(calibration(oneByOne), 12));
  });

  it("keeps equal predictions together, in fewer groups", () => {
    const even = [true, false, true].map((success) => ({ expected: 0.5, success }));
    expect(calibration(even)).toEqual([{ n: 3, observed: 2, expected: 1.5 }]);
    expect(calibration([])).toEqual([]);
  });

  it("refuses no groups, and what is no probability", () => {
    expect(() => calibration(predictions, 0)).toThrow("a whole number above zero");
    expect(() => calibration([{ expected: 1.2, success: true }])).toThrow(
      "A predicted probability must lie between 0 and 1.",
    );
  });
});

describe("caseMix(cases)", () => {
  const withGears = cases(MPG).map((each, i) => ({ ...each, group: `${GEARS[i]} gears` }));

  it("agrees with R: tapply(fitted(glm), gear, sum), poisson.test and Byar's limits", () => {
    const result = caseMix(withGears);
    if ("refused" in result) throw new Error(result.refused);
    expect(result.overall).toBe(14 / 32);
    expect(result.groups.map(({ group, n, observed }) => [group, n, observed])).toEqual([
      ["4 gears", 12, 10],
      ["3 gears", 15, 3],
      ["5 gears", 5, 1],
    ]);
    expect(result.groups.map(({ expected }) => expected)).toEqual(
      about([8.51508116043, 2.97220616909, 2.5127126705], 8),
    );
    expect(result.groups[1]?.ratio).toEqual(
      about(
        {
          value: 3 / 2.97220616909,
          lower: 0.618672122896 / 2.97220616909,
          upper: 8.767273069742 / 2.97220616909,
        },
        8,
      ),
    );
    expect(result.groups[0]?.rate.value).toBeCloseTo((10 / 8.51508116043) * (14 / 32), 8);
  });

  it("shows its calibration, which adds up to everyone", () => {
    const result = caseMix(withGears);
    if ("refused" in result) throw new Error(result.refused);
    expect(result.calibration.reduce((total, { n }) => total + n, 0)).toBe(32);
  });

  it("says why there is no model", () => {
    expect(caseMix([])).toEqual({ refused: "no_cases" });
  });
});

describe("cholesky(matrix)", () => {
  const matrix = [
    [4, 12, -16],
    [12, 37, -43],
    [-16, -43, 98],
  ];

  it("finds the textbook factor", () => {
    expect(cholesky(matrix)).toEqual([[2], [6, 1], [-8, 5, 3]]);
  });

  it("inverts", () => {
    const inverse = choleskyInverse(cholesky(matrix) ?? []);
    const product = matrix.map((row) => transpose(inverse).map((column) => dot(row, column)));
    expect(product).toEqual(
      about(
        [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
        9,
      ),
    );
  });

  it("does not take a small matrix for a singular one", () => {
    expect(cholesky([[1e-12]])).toEqual(about([[1e-6]], 18));
  });

  it("is null where the matrix is not positive definite", () => {
    expect(
      cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).toBeNull();
    expect(cholesky([[0]])).toBeNull();
    expect(cholesky([[Number.NaN]])).toBeNull();
  });
});

describe("at(entries, index)", () => {
  it("throws where there is no entry, rather than say undefined", () => {
    expect(at([7, 8], 1)).toBe(8);
    expect(() => at([7, 8], 2)).toThrow(RangeError);
  });
});
