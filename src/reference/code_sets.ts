import { DIAGNOSIS_CODES } from "./codes/diagnoses.ts";
import { TREATMENT_CODES } from "./codes/treatments.ts";
import { VISIT_CODES } from "./codes/visits.ts";

/**
 * Codes that mean one thing to a measure, from the value sets of CMS159 0.3.000 and CMS2 0.4.001 (cqframework/ecqm-content-qicore-2025
 * @ db5a7e14, CC0). `codes` are parted by white space. ICD-10-CM is in the public domain; of SNOMED CT, CPT and HCPCS these are
 * the identifiers alone, which stay under their owners' terms.
 */
export interface CodeSet {
  id: string;
  title: string;
  source: string;
  codes: string;
}

const CODE_SETS: readonly CodeSet[] = [...DIAGNOSIS_CODES, ...VISIT_CODES, ...TREATMENT_CODES];

/** Every code with the set it is in, as `plainCode` has it. */
export const SET_CODES: readonly { code_set: string; code: string }[] = CODE_SETS.flatMap(({ id, codes }) =>
  codes
    .trim()
    .split(/\s+/)
    .map((code) => ({ code_set: id, code: plainCode(code) })),
);

/** A code without what sites write differently: case, dots and what parts words. `staging` does the same in SQL. */
function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(".", "").replaceAll(/[ -]/g, "_");
}
