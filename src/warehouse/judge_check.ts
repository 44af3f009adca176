import type { RuleCount } from "../reference/reconciliation.ts";
import { identifier } from "./warehouse.ts";

export type Verdict = RuleCount["verdict"];

/**
 * In which order a row is judged. The first stage with a broken rule decides, and all its broken rules are told: a
 * date that can't be is an error even where later rows are out of scope, and a row out of scope is not judged further.
 */
export const STAGES = { mapping: 0, impossible: 1, scope: 2, content: 3 } as const;

const VERDICTS: readonly Verdict[] = ["out_of_scope", "rejected", "out_of_scope", "rejected"];

/** One rule that a row can break. */
export interface Check {
  stage: (typeof STAGES)[keyof typeof STAGES];
  column: string | null;
  rule: string;
  mend: string;
  /** SQL that is true for a row that breaks the rule; null or false otherwise. */
  broken: string;
}

export const verdictOf = ({ stage }: Check): Verdict => VERDICTS[stage] ?? "rejected";

/** The value of a contract column in the relation of rows under judgement. */
export const valueIn = (column: string): string => `site.${identifier(column)}`;

/** The text that the value was read from. */
export const textIn = (column: string): string => `site.${identifier(textName(column))}`;

/** The name of a column's text beside its value. */
export const textName = (column: string): string => `${column} text`;

/** The days a row is judged against. `extractedOn` null: not known. */
export interface Days {
  asOf: string;
  extractedOn: string | null;
}
