import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const START = Date.UTC(2024, 0, 10);
const day = (days: number) => new Date(START + days * 86_400_000).toISOString().slice(0, 10);

/** Person-level marks that must never appear outside the warehouse. */
export const CANARY = "canary7f3a";

export interface SmallProgramme {
  /** Everyone starts with a PHQ-9 of 18 on 10 January 2024 at one of two clinics. */
  people: number;
  /** How many have a score of `score` on day 90; the others have none. */
  followedUp: number;
  score: number;
}

/** Writes a canonical extract whose answers can be told from its three numbers. */
export function writeSmallProgramme(dir: string, { people, followedUp, score }: SmallProgramme): void {
  const ids = Array.from({ length: people }, (_, index) => index + 1);
  const tables = {
    patient: [
      "patient_id,birth_date,sex",
      ...ids.map((n) => `${CANARY}p${n},19${50 + (n % 40)}-05-0${1 + (n % 9)},${n % 3 ? "female" : "male"}`),
    ],
    clinic: ["clinic_id,name,setting", "north,North clinic,primary_care", "south,South clinic,primary_care"],
    episode: [
      "episode_id,patient_id,clinic_id,enrolled_date",
      ...ids.map((n) => `${CANARY}e${n},${CANARY}p${n},${n % 2 ? "north" : "south"},${day(0)}`),
    ],
    assessment: [
      "assessment_id,patient_id,episode_id,instrument,assessed_date,total",
      ...ids.map((n) => `${CANARY}a${n},${CANARY}p${n},${CANARY}e${n},phq9,${day(0)},18`),
      ...ids
        .slice(0, followedUp)
        .map((n) => `${CANARY}b${n},${CANARY}p${n},${CANARY}e${n},phq9,${day(90)},${score}`),
    ],
  };
  mkdirSync(dir, { recursive: true });
  for (const [table, lines] of Object.entries(tables))
    writeFileSync(join(dir, `${table}.csv`), `${lines.join("\n")}\n`);
  writeFileSync(join(dir, "extract.yaml"), "site: Small programme\nextracted_at: 2025-02-01\n");
}
