/** What is paid for a billing code from a day on, in the programme's currency, as its program file says. */
export interface Fee {
  code: string;
  from: string;
  amount: number;
  source: string | null;
}

/** The fee of a code on a day: the latest that holds by then. Null where none does. */
export function feeOn(fees: readonly Fee[], code: string, day: string): number | null {
  const held = fees.filter((fee) => fee.code === code && fee.from <= day);
  return held.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.amount ?? null;
}
