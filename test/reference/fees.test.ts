import { describe, expect, it } from "vitest";
import { BILLING_CODES } from "../../src/reference/billing.ts";
import { type Fee, feeOn } from "../../src/reference/fees.ts";

const fee = (code: string, from: string, amount: number): Fee => ({ code, from, amount, source: null });

describe("fees", () => {
  const fees = [
    fee("99493", "2025-01-01", 140),
    fee("99493", "2024-01-01", 130),
    fee("G2214", "2024-01-01", 60),
  ];

  it("hold from their first day until a later one of the same code", () => {
    expect(feeOn(fees, "99493", "2024-12-01")).toBe(130);
    expect(feeOn(fees, "99493", "2025-01-01")).toBe(140);
  });

  it("are not known before the first, nor for another code", () => {
    expect(feeOn(fees, "99493", "2023-12-31")).toBeNull();
    expect(feeOn(fees, "99492", "2024-12-01")).toBeNull();
  });
});

describe("billing codes", () => {
  it("exclude each other both ways", () => {
    for (const { code, not_with } of BILLING_CODES)
      for (const other of not_with)
        expect([code, other, BILLING_CODES.find((one) => one.code === other)?.not_with]).toEqual([
          code,
          other,
          expect.arrayContaining([code]),
        ]);
  });

  it("count from the midpoint of their time", () => {
    const midpoint = ({ minutes_min, minutes_full }: (typeof BILLING_CODES)[number]) =>
      minutes_min === Math.floor(minutes_full / 2) + 1;
    expect(BILLING_CODES.filter(({ role }) => role !== "instead").every(midpoint)).toBe(true);
  });
});
