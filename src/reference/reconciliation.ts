/** One file of the extract: `read = accepted + rejected + duplicate + out_of_scope`. */
export interface FileReconciliation {
  file: string;
  table: string;
  sha256: string;
  read: number;
  accepted: number;
  rejected: number;
  duplicate: number;
  out_of_scope: number;
}

/** How many rows of a file broke a rule, and how to mend them; never a value. */
export interface RuleCount {
  file: string;
  table: string;
  column: string | null;
  rule: string;
  verdict: "rejected" | "duplicate" | "out_of_scope";
  rows: number;
  mend: string;
}
