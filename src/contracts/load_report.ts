import type { FileReconciliation, RuleCount } from "../reference/reconciliation.ts";
import type { ExtractInfo } from "./extract.ts";
import type { TableName } from "./tables.ts";

/** What became of an extract: every row of every file accounted for, and what a reader should be told. */
export interface LoadReport {
  files: FileReconciliation[];
  rules: RuleCount[];
  /** Sentences; they name files and columns, never a value. */
  notices: string[];
  extract: ExtractInfo;
  /** The contract tables that the extract holds. */
  tables: TableName[];
}
