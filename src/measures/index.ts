import { anyCaseReview } from "./any_case_review/measure.ts";
import { billableMonth } from "./billable_month/measure.ts";
import { billableMonthBilled } from "./billable_month_billed/measure.ts";
import { billedByTheRules } from "./billed_by_the_rules/measure.ts";
import { carePlan } from "./care_plan/measure.ts";
import { caseReviewCadence } from "./case_review_cadence/measure.ts";
import { caseloadWithinNorm } from "./caseload_within_norm/measure.ts";
import { consultationIfNotImproved } from "./consultation_if_not_improved/measure.ts";
import { consultationWeeks8To12 } from "./consultation_weeks_8_to_12/measure.ts";
import { definitionPairs } from "./definition_pairs/measure.ts";
import { definitionPanel } from "./definition_panel/measure.ts";
import { dsfFollowUp } from "./dsf_follow_up/measure.ts";
import { dsfScreening } from "./dsf_screening/measure.ts";
import { earlyFollowUp } from "./early_follow_up/measure.ts";
import { firstContactWait } from "./first_contact_wait/measure.ts";
import { followUp } from "./follow_up/measure.ts";
import { improvement } from "./improvement/measure.ts";
import { improvement24w } from "./improvement_24w/measure.ts";
import { improvement70d } from "./improvement_70d/measure.ts";
import { indexFollowUp } from "./index_follow_up/measure.ts";
import { indexRemission } from "./index_remission/measure.ts";
import { indexResponse } from "./index_response/measure.ts";
import { meanChange } from "./mean_change/measure.ts";
import type { Measure } from "./measure.ts";
import { medicationTracking } from "./medication_tracking/measure.ts";
import { monthlyContact } from "./monthly_contact/measure.ts";
import { nearBillingThreshold } from "./near_billing_threshold/measure.ts";
import { nhsRecovery } from "./nhs_recovery/measure.ts";
import { nhsReliableDeterioration } from "./nhs_reliable_deterioration/measure.ts";
import { nhsReliableImprovement } from "./nhs_reliable_improvement/measure.ts";
import { nhsReliableRecovery } from "./nhs_reliable_recovery/measure.ts";
import { nysConsultation } from "./nys_consultation/measure.ts";
import { nysContact } from "./nys_contact/measure.ts";
import { nysDuration } from "./nys_duration/measure.ts";
import { nysEnrolment } from "./nys_enrolment/measure.ts";
import { nysImprovement } from "./nys_improvement/measure.ts";
import { nysNew } from "./nys_new/measure.ts";
import { nysRemission } from "./nys_remission/measure.ts";
import { overdueContact } from "./overdue_contact/measure.ts";
import { patientEducation } from "./patient_education/measure.ts";
import { peopleReached } from "./people_reached/measure.ts";
import { phq9Utilisation } from "./phq9_utilisation/measure.ts";
import { recentScore } from "./recent_score/measure.ts";
import { relapsePreventionPlan } from "./relapse_prevention_plan/measure.ts";
import { reliableDeterioration } from "./reliable_deterioration/measure.ts";
import { reliableImprovement } from "./reliable_improvement/measure.ts";
import { reliableRecovery } from "./reliable_recovery/measure.ts";
import { remission } from "./remission/measure.ts";
import { response } from "./response/measure.ts";
import { safetyFollowUp } from "./safety_follow_up/measure.ts";
import { screeningAndPlan } from "./screening_and_plan/measure.ts";
import { screeningReach } from "./screening_reach/measure.ts";
import { screeningYield } from "./screening_yield/measure.ts";
import { threeContactsAQuarter } from "./three_contacts_a_quarter/measure.ts";
import { trainedCareManager } from "./trained_care_manager/measure.ts";
import { treatmentChangeIfNotImproved } from "./treatment_change_if_not_improved/measure.ts";
import { twoContactsAMonth } from "./two_contacts_a_month/measure.ts";

/** Every registered measure, in the order in which pages show them. */
export const MEASURES: readonly Measure[] = [
  followUp,
  response,
  remission,
  improvement,
  reliableImprovement,
  reliableRecovery,
  reliableDeterioration,
  meanChange,
  firstContactWait,
  earlyFollowUp,
  carePlan,
  patientEducation,
  trainedCareManager,
  monthlyContact,
  twoContactsAMonth,
  threeContactsAQuarter,
  overdueContact,
  recentScore,
  improvement70d,
  consultationIfNotImproved,
  treatmentChangeIfNotImproved,
  consultationWeeks8To12,
  improvement24w,
  anyCaseReview,
  caseReviewCadence,
  relapsePreventionPlan,
  medicationTracking,
  safetyFollowUp,
  caseloadWithinNorm,
  peopleReached,
  screeningReach,
  screeningYield,
  billableMonth,
  nearBillingThreshold,
  billableMonthBilled,
  billedByTheRules,
  indexFollowUp,
  indexResponse,
  indexRemission,
  phq9Utilisation,
  screeningAndPlan,
  dsfScreening,
  dsfFollowUp,
  nhsRecovery,
  nhsReliableImprovement,
  nhsReliableRecovery,
  nhsReliableDeterioration,
  nysEnrolment,
  nysNew,
  nysDuration,
  nysContact,
  nysImprovement,
  nysRemission,
  nysConsultation,
  definitionPanel,
  definitionPairs,
];
