import { ProgramError } from "../errors.ts";
import { ALL, type CellKey } from "../reference/cells.ts";
import {
  type DisclosureRule,
  type Edition,
  INTERNAL_RULES,
  type InternalPreset,
  PUBLIC_RULES,
  type PublicPreset,
} from "../reference/disclosure_rules.ts";
import { followsClinics } from "../reference/strata.ts";

/** A disclosure policy as a value: a rule, the edition it makes, and who answers for it. Whatever would give a hidden count away is hidden with it. */
export interface Policy<E extends Edition = Edition> extends DisclosureRule {
  id: string;
  version: string;
  owner: string;
  date: string;
  edition: E;
}

/** What a program file says of a policy: the ready rule it starts from, who answers for it, and how it is stricter. */
interface PolicyChoice<Preset extends string> {
  preset: Preset;
  version: string;
  owner: string;
  date: string;
  hide_at_most?: number | undefined;
  round_to?: number | undefined;
  symbol?: string | undefined;
}

const RULES: Readonly<Record<Edition, Readonly<Record<string, DisclosureRule>>>> = {
  public: PUBLIC_RULES,
  internal: INTERNAL_RULES,
};

/** The public policy of a choice. Throws a ProgramError where it would protect less than the ready rule it names. */
export const publicPolicy = (choice: PolicyChoice<PublicPreset>): Policy<"public"> =>
  policyOf("public", PUBLIC_RULES[choice.preset], choice);

/** The internal policy of a choice. Throws a ProgramError as `publicPolicy` does. */
export const internalPolicy = (choice: PolicyChoice<InternalPreset>): Policy<"internal"> =>
  policyOf("internal", INTERNAL_RULES[choice.preset], choice);

function policyOf<E extends Edition>(
  edition: E,
  rule: DisclosureRule,
  { preset: id, version, owner, date, ...stricter }: PolicyChoice<string>,
): Policy<E> {
  const { hide_at_most = rule.hide_at_most, round_to = rule.round_to, symbol = rule.symbol } = stricter;
  const policy = { id, version, owner, date, edition, ...rule, hide_at_most, round_to, symbol };
  checkPolicy(policy);
  return policy;
}

const BY_US = { version: "2", owner: "Care Observatory", date: "2026-11-27" };

/** The default of the public edition. */
export const PUBLIC: Policy<"public"> = publicPolicy({ preset: "public", ...BY_US });

/** The internal edition with every count as it is. */
export const INTERNAL: Policy<"internal"> = internalPolicy({ preset: "internal", ...BY_US });

/** A policy that hides nothing has no secrets to protect. */
export const isOpen = ({ hide_at_most }: Pick<Policy, "hide_at_most">): boolean => hide_at_most === 0;

/** Whether people may be divided by a stratum: by one that follows from the clinics only where nothing is hidden. */
export const mayDivide = (policy: Pick<Policy, "hide_at_most">, stratum: string): boolean =>
  isOpen(policy) || !followsClinics(stratum);

/** Whether a policy lets a cell of a cut leave, given whether the cut is large enough to read. */
export function mayCut(
  policy: Pick<Policy, "cuts" | "hide_at_most">,
  cell: CellKey,
  isReadable: boolean,
): boolean {
  const { cuts } = policy;
  const { period_grain, clinic_id, stratum } = cell;
  if (!mayDivide(policy, stratum)) return false;
  if (cuts === "any_clinic") return isReadable || stratum === ALL;
  if (cuts === "large") return isReadable;
  return isReadable && [period_grain, clinic_id, stratum].filter((value) => value !== ALL).length <= 1;
}

/**
 * Throws a ProgramError for a policy that names no ready rule of its edition, protects less than that rule, or whose threshold
 * cuts a rounding bucket in two: rounding would then narrow what hiding left open.
 */
export function checkPolicy({ id, edition, hide_at_most, round_to }: Policy): void {
  const refuse = (fault: string): never => {
    throw new ProgramError(`policy ${id}: ${fault}`);
  };
  const floor =
    RULES[edition][id] ?? refuse(`there is no ready rule of that name for the ${edition} edition`);
  if (!Number.isInteger(hide_at_most) || hide_at_most < floor.hide_at_most)
    refuse(`hide_at_most must be a whole number, ${floor.hide_at_most} or more`);
  if (!Number.isInteger(round_to) || round_to < floor.round_to || round_to % 2 === 0)
    refuse(`round_to must be an odd number, ${floor.round_to} or more`);
  if (hide_at_most % round_to !== (round_to - 1) / 2)
    refuse(`hide_at_most must end a rounding bucket, such as ${round_to * 2 + (round_to - 1) / 2}`);
}
