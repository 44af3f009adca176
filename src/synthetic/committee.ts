import { addMonths } from "../reference/days.ts";
import type { Target } from "../reference/targets.ts";
import type { Programme } from "./programme.ts";

const STATE = "New York State Office of Mental Health, Collaborative Care Medicaid Program";
const INVENTED = "Agreed by the invented committee";

/** What the made programme means to reach: the state's targets where there are any, its own elsewhere. */
export const TARGETS: readonly Target[] = [
  { measure: "follow_up", instrument: "phq9", window: "6m", at_least: 0.7, source: INVENTED },
  { measure: "reliable_deterioration", instrument: "phq9", window: "6m", at_most: 0.05, source: INVENTED },
  { measure: "improvement_70d", at_least: 0.6, source: STATE },
  { measure: "first_contact_wait", at_least: 0.8, source: INVENTED },
  { measure: "early_follow_up", at_least: 0.8, source: INVENTED },
  { measure: "monthly_contact", at_least: 0.8, source: STATE },
  { measure: "consultation_if_not_improved", at_least: 0.8, source: STATE },
  { measure: "safety_follow_up", at_least: 0.95, source: INVENTED },
  { measure: "screening_reach", at_least: 0.85, source: STATE },
];

/** What the made committee agreed to do: id, measure, clinic, owner, months before the last to open and to be due, text. */
const AGREED = [
  {
    id: "2024-a",
    measure: "early_follow_up",
    clinic: 1,
    owner: "Lucía Ferrer (invented)",
    opened: 2,
    due: -1,
    text: "Hire a Spanish-speaking care manager, and book the first follow-up before the intake ends",
  },
  {
    id: "2024-b",
    measure: "response",
    clinic: 3,
    owner: "Dr Amal Haddad (invented)",
    opened: 1,
    due: 0,
    text: "Read twenty records of people who did not respond, and bring what they have in common",
  },
  {
    id: "2024-c",
    measure: "first_contact_wait",
    clinic: 3,
    owner: "Jonas Weber (invented)",
    opened: 1,
    due: -2,
    text: "Cover vacant posts from the neighbouring clinic until they are filled",
  },
] as const;

/** `actions.csv` of the made programme; what is about a clinic that it does not have is left out. */
export function actionsCsv({ setting }: Pick<Programme, "setting">): string {
  const month = (back: number) => addMonths(`${setting.end_date.slice(0, 7)}-01`, -back);
  const rows = AGREED.filter(({ clinic }) => clinic <= setting.clinics).map((action) => [
    action.id,
    action.measure,
    `clinic-${String(action.clinic).padStart(2, "0")}`,
    action.owner,
    addMonths(`${setting.end_date.slice(0, 7)}-15`, -action.due),
    `"${action.text}"`,
    month(action.opened).slice(0, 7),
    "",
  ]);
  const header = ["id", "measure", "clinic", "owner", "due", "text", "opened", "closed"];
  return [header, ...rows].map((row) => `${row.join(",")}\n`).join("");
}
