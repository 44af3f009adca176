import { code, date, id, integer } from "../columns.ts";
import { defineTable } from "../table.ts";

/** Everyone the programme has ever seen. */
export const patient = defineTable({
  name: "patient",
  grain: "person",
  required: true,
  columns: {
    patient_id: id({
      description: "Identifier of the person, pseudonymous or keyed-hashed",
      pii: "pseudonym",
    }),
    birth_date: date({ description: "Day of birth", pii: "direct" }).nullish(),
    birth_year: integer(1900, 2100, {
      description: "Year of birth where the day is not shared",
      pii: "indirect",
      unit: "year",
    }).nullish(),
    sex: code({ description: "Sex as recorded", pii: "indirect" }).nullish(),
    gender: code({ description: "Gender as recorded", pii: "indirect" }).nullish(),
    race: code({ description: "Race as recorded", pii: "indirect" }).nullish(),
    ethnicity: code({ description: "Ethnicity as recorded", pii: "indirect" }).nullish(),
    language: code({ description: "Preferred language", pii: "indirect" }).nullish(),
    area_code: code({ description: "Area of residence", pii: "indirect" }).nullish(),
    deceased_date: date({ description: "Day of death", pii: "direct" }).nullish(),
  },
  key: ["patient_id"],
  inOrder: [["birth_date", "deceased_date"]],
});
