import type { TableContract } from "./table.ts";
import { assessment } from "./tables/assessment.ts";
import { billing } from "./tables/billing.ts";
import { careEvent } from "./tables/care_event.ts";
import { caseReview } from "./tables/case_review.ts";
import { clinic } from "./tables/clinic.ts";
import { contact } from "./tables/contact.ts";
import { coverage } from "./tables/coverage.ts";
import { diagnosis } from "./tables/diagnosis.ts";
import { episode } from "./tables/episode.ts";
import { observation } from "./tables/observation.ts";
import { patient } from "./tables/patient.ts";
import { population } from "./tables/population.ts";
import { socialStatus } from "./tables/social_status.ts";
import { staffTraining } from "./tables/staff_training.ts";
import { staffing } from "./tables/staffing.ts";
import { treatment } from "./tables/treatment.ts";
import { visit } from "./tables/visit.ts";

/** The canonical extract. A table stands after the tables it refers to: this is the order of loading. */
export const TABLES = {
  patient,
  clinic,
  episode,
  assessment,
  coverage,
  staffing,
  contact,
  case_review: caseReview,
  care_event: careEvent,
  treatment,
  diagnosis,
  observation,
  social_status: socialStatus,
  visit,
  staff_training: staffTraining,
  billing,
  population,
} as const satisfies Record<string, TableContract>;

export type TableName = keyof typeof TABLES;

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** The contract of a table, with its columns' names as plain strings. */
export const contractOf = (table: TableName): TableContract => TABLES[table];
