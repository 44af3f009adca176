import { ProgramError } from "../errors.ts";

/** A disclosure policy as a value: counts of 1 to `hide_at_most` are hidden, others go to the nearest `round_to`. */
export interface Policy {
  id: string;
  version: string;
  owner: string;
  date: string;
  hide_at_most: number;
  round_to: number;
  /** The one mark that stands for every hidden number in files. */
  symbol: string;
}

/**
 * The weakest policy that may be declared. Counts of 1 to 10 may not be published or be derivable (CMS cell size
 * suppression policy; HHS guidance); nearest 5 is the base of NHS Digital and OpenSAFELY.
 */
const FLOOR = { hide_at_most: 10, round_to: 5 } as const;

/**
 * The default. Twelve is the first threshold at or above ten that ends where a bucket of five ends: a shown 15 is
 * 13 to 17, so rounding never narrows what hiding left open (OpenSAFELY's note on aligning the two).
 */
export const PUBLIC: Policy = {
  id: "public",
  version: "1",
  owner: "Care Observatory",
  date: "2026-11-22",
  hide_at_most: 12,
  round_to: 5,
  symbol: "*",
};

/** Refuses a policy that protects less than the floor, or whose threshold cuts a rounding bucket in two. */
export function checkPolicy(policy: Policy): void {
  const { hide_at_most, round_to } = policy;
  if (!Number.isInteger(hide_at_most) || hide_at_most < FLOOR.hide_at_most)
    throw new ProgramError(
      `policy ${policy.id}: hide_at_most must be a whole number, ${FLOOR.hide_at_most} or more`,
    );
  if (!Number.isInteger(round_to) || round_to < FLOOR.round_to || round_to % 2 === 0)
    throw new ProgramError(`policy ${policy.id}: round_to must be an odd number, ${FLOOR.round_to} or more`);
  if (hide_at_most % round_to !== (round_to - 1) / 2)
    throw new ProgramError(
      `policy ${policy.id}: hide_at_most must end a rounding bucket, such as ${round_to * 2 + (round_to - 1) / 2}`,
    );
}
