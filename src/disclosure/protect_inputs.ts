import type { Edition } from "../reference/disclosure_rules.ts";
import type { ScoreFaults } from "../reference/quality.ts";
import type { FileReconciliation, RuleCount } from "../reference/reconciliation.ts";
import { mint } from "./mint.ts";
import type { Policy } from "./policy.ts";
import type { Released, ReleasedInput, ReleasedRule, ReleasedScores } from "./released.ts";
import { mayShow, sanitise } from "./sanitise.ts";

/**
 * Protects the counts of rows read, by the rule of counts of everyone: a file of few rows, or few rows of a kind, could be one
 * person's. Whether a file balances is told of the exact counts; the rounded ones need not add up. Row counts are in no sum
 * with cells, since a person has any number of rows.
 */
export function protectInputs<E extends Edition>(
  files: readonly FileReconciliation[],
  policy: Policy<E>,
): Released<readonly ReleasedInput[], E> {
  return mint(
    files.map(({ file, table, sha256, ...rows }) => ({
      file,
      table,
      sha256,
      read: publish(rows.read, policy),
      accepted: publish(rows.accepted, policy),
      rejected: publish(rows.rejected, policy),
      duplicate: publish(rows.duplicate, policy),
      out_of_scope: publish(rows.out_of_scope, policy),
      balances: rows.read === rows.accepted + rows.rejected + rows.duplicate + rows.out_of_scope,
    })),
    policy,
  );
}

/** Protects how many rows broke a rule. */
export function protectRules<E extends Edition>(
  rules: readonly RuleCount[],
  policy: Policy<E>,
): Released<readonly ReleasedRule[], E> {
  return mint(
    rules.map((rule) => ({ ...rule, rows: publish(rule.rows, policy) })),
    policy,
  );
}

/** Protects how many forms there are and how many have a fault. */
export function protectScores<E extends Edition>(
  scores: ScoreFaults,
  policy: Policy<E>,
): Released<readonly ReleasedScores[], E> {
  const faults = ["forms", "unscorable", "late"] as const;
  return mint(
    faults.map((fault) => ({ fault, rows: publish(scores[fault], policy) })),
    policy,
  );
}

const publish = (rows: number, policy: Policy): number | null =>
  sanitise(rows, mayShow(rows, true, policy), policy);
