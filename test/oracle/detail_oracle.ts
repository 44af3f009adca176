import { CARE_MANAGER_ROLES } from "../../src/reference/care_rules.ts";
import { PSYCHOTROPIC_CLASSES } from "../../src/reference/medication.ts";
import { compare, type Enrolled, type factsOf, firstOf, lastOf } from "./care_facts.ts";
import { type Case, monthsLater } from "./oracle.ts";
import type { CareRegistry } from "./random_care.ts";
import { shift } from "./random_registry.ts";

type Facts = ReturnType<typeof factsOf>;
type Reasons = readonly (readonly [boolean, string])[];

/** Every case of the measures of billing and of medicines, as their text has it. Minutes and codes are written out again here. */
export function detailCasesOf(registry: CareRegistry, facts: Facts): Case[] {
  const { asOf } = registry;
  const caseOf = (
    measure: string,
    window: string,
    { episode, month }: { episode: Enrolled; month: string },
    unit_id: string,
    reasons: Reasons,
    isMet: boolean,
  ): Case => {
    const exclusion_reason = reasons.find(([holds]) => holds)?.[1] ?? null;
    const counts = exclusion_reason === null;
    return {
      measure,
      window,
      unit_id,
      period_start: month,
      clinic_id: episode.clinic_id,
      ...facts.who(episode.patient_id, episode.enrolled_date),
      baseline_band: facts.severity(episode),
      instrument: "any",
      denominator: counts ? 1 : 0,
      observed: counts ? 1 : 0,
      numerator: counts && isMet ? 1 : 0,
      exclusion_reason,
    };
  };

  const billing = registry.patient.flatMap(({ patient_id }) => {
    const months = serviceMonths(registry, facts, patient_id);
    return months.flatMap(({ month, minutes, episode, isFirst }) => {
      const of = { episode, month };
      const unit_id = `${patient_id}:${month.slice(0, 7)}`;
      const last = lastOf(month);
      const needed = isFirst ? 36 : 31;
      const codes = billedIn(registry, patient_id, month);
      const lag = shift(last, 30) > asOf;
      return [
        caseOf("billable_month", "month", of, unit_id, [[last > asOf, "window_open"]], minutes >= 16),
        caseOf(
          "near_billing_threshold",
          "month",
          of,
          unit_id,
          [[last > asOf, "window_open"]],
          minutes >= needed - 10 && minutes < needed,
        ),
        caseOf(
          "billable_month_billed",
          "month_and_30d",
          of,
          unit_id,
          [
            [lag, "window_open"],
            [minutes < 16, "below_billing_threshold"],
          ],
          codes.size > 0,
        ),
        caseOf(
          "billed_by_the_rules",
          "month_and_30d",
          of,
          unit_id,
          [
            [lag, "window_open"],
            [codes.size === 0, "not_billed"],
          ],
          isBorneOut(codes, minutes, isFirst),
        ),
      ];
    });
  });

  const keepsDoses = registry.treatment.some(
    ({ dose, class: kind, start_date }) =>
      dose && start_date !== null && start_date <= asOf && isPsychotropic(kind),
  );
  const medicines = facts.enrolled.flatMap((episode) =>
    facts.monthsInCare(episode).map((month) => {
      const last = lastOf(month);
      const taken = registry.treatment.filter(
        ({ patient_id, class: kind, start_date, end_date }) =>
          patient_id === episode.patient_id &&
          isPsychotropic(kind) &&
          start_date !== null &&
          start_date <= last &&
          start_date <= asOf &&
          (end_date === null || end_date >= last),
      );
      const isTracked = (one: (typeof taken)[number]) =>
        taken.some((record) => {
          const day = record.recorded_date ?? record.start_date ?? "";
          const isSame = record.class.toLowerCase() === one.class.toLowerCase() && record.name === one.name;
          return isSame && record.name && record.dose && day <= last && day >= shift(last, -90);
        });
      return caseOf(
        "medication_tracking",
        "last_90d",
        { episode, month },
        `${episode.episode_id}:${month.slice(0, 7)}`,
        [
          [last > asOf, "window_open"],
          [!facts.isInCare(episode, last), "not_in_care"],
          [taken.length === 0, "no_psychotropic"],
          [!keepsDoses, "no_dose_kept"],
        ],
        taken.every(isTracked),
      );
    }),
  );
  return [...billing, ...medicines];
}

const isPsychotropic = (kind: string): boolean => PSYCHOTROPIC_CLASSES.includes(kind.toLowerCase());

/** The months in which somebody had minutes of a care manager in care, with whether each is a first one. */
function serviceMonths(registry: CareRegistry, { enrolled, isInCare }: Facts, patient_id: string) {
  const isCareManager = (role: string | null | undefined) =>
    role == null || CARE_MANAGER_ROLES.includes(role.toLowerCase());
  const contacts = enrolled
    .filter((episode) => episode.patient_id === patient_id)
    .flatMap((episode) =>
      registry.contact
        .filter(
          ({ episode_id, kind, contact_date, staff_role, minutes }) =>
            episode_id === episode.episode_id &&
            kind === "treatment" &&
            contact_date <= registry.asOf &&
            isInCare(episode, contact_date) &&
            isCareManager(staff_role) &&
            (minutes ?? 0) > 0,
        )
        .map((contact) => ({ ...contact, episode })),
    )
    .sort((a, b) => compare(a.contact_date, b.contact_date) || compare(a.contact_id, b.contact_id));
  let before: string | undefined;
  return [...new Set(contacts.map(({ contact_date }) => firstOf(contact_date)))].flatMap((month) => {
    const own = contacts.filter(({ contact_date }) => firstOf(contact_date) === month);
    const isFirst = before === undefined || monthsLater(before, 7) <= month;
    before = month;
    const minutes = own.reduce((sum, contact) => sum + (contact.minutes ?? 0), 0);
    return own[0] ? [{ month, minutes, isFirst, episode: own[0].episode }] : [];
  });
}

const KNOWN = ["99492", "99493", "99494", "G2214", "99484", "G0512"];

/** Units of each code that was billed for a month, less what was taken back. */
function billedIn(registry: CareRegistry, patient_id: string, month: string): Map<string, number> {
  const units = new Map<string, number>();
  for (const line of registry.billing) {
    const code = line.code.toUpperCase();
    if (line.patient_id !== patient_id || line.service_month !== month || !KNOWN.includes(code)) continue;
    const sign = line.paid !== null && line.paid < 0 ? -1 : 1;
    units.set(code, (units.get(code) ?? 0) + sign * (line.units ?? 1));
  }
  return new Map([...units].filter(([, left]) => left > 0));
}

function isBorneOut(codes: ReadonlyMap<string, number>, minutes: number, isFirst: boolean): boolean {
  const full = isFirst ? 70 : 60;
  const addOns = minutes >= full + 16 ? Math.floor((minutes - full - 16) / 30) + 1 : 0;
  const alone = [...codes].every(([code, units]) => {
    if (code === "99492") return isFirst && minutes >= 36;
    if (code === "99493") return !isFirst && minutes >= 31;
    if (code === "99494") return units <= addOns;
    if (code === "G2214") return minutes >= 16;
    return code === "G0512" || minutes >= 20;
  });
  const others = [...codes.keys()].filter((code) => code !== "99494");
  const isPair = others.length > 1 || (codes.has("99494") && others.some((code) => !code.startsWith("9949")));
  return alone && !isPair;
}
