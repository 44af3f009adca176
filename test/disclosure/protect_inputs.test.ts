import { describe, expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protectInputs, protectRules } from "../../src/disclosure/protect_inputs.ts";

const file = (counts: Record<"read" | "accepted" | "rejected" | "duplicate" | "out_of_scope", number>) => ({
  file: "patient.csv",
  table: "patient",
  sha256: "0".repeat(64),
  ...counts,
});

describe("published counts of rows", () => {
  it("are rounded, are hidden where they are few, and tell a zero", () => {
    const [published] = protectInputs(
      [file({ read: 1_043, accepted: 1_018, rejected: 12, duplicate: 0, out_of_scope: 13 })],
      PUBLIC,
    );
    expect(published).toMatchObject({
      read: 1_045,
      accepted: 1_020,
      rejected: null,
      duplicate: 0,
      out_of_scope: 15,
    });
  });

  it("say of the exact counts whether they balance, although the rounded ones may not", () => {
    const even = { read: 43, accepted: 30, rejected: 13, duplicate: 0, out_of_scope: 0 };
    const [good, bad] = protectInputs([file(even), file({ ...even, read: 44 })], PUBLIC);
    expect(good).toMatchObject({ read: 45, accepted: 30, rejected: 15, balances: true });
    expect(bad).toMatchObject({ read: 45, balances: false });
  });

  it("hide how many rows broke a rule where they are few", () => {
    const rule = {
      file: "patient.csv",
      table: "patient",
      column: "sex",
      rule: "not_in_list",
      verdict: "rejected" as const,
      mend: "Recode it.",
    };
    const rows = protectRules(
      [1, 12, 13, 203].map((count) => ({ ...rule, rows: count })),
      PUBLIC,
    );
    expect(rows.map((row) => row.rows)).toEqual([null, null, 15, 205]);
    expect(rows[0]).toMatchObject({ rule: "not_in_list", column: "sex", mend: "Recode it." });
  });
});
