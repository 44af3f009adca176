import { code, decimal, integer } from "../columns.ts";
import { defineTable } from "../table.ts";

/** People who live in the areas served. */
export const population = defineTable({
  name: "population",
  grain: "area, age band, sex and year",
  columns: {
    area_code: code({ description: "Area", pii: "none" }),
    year: integer(1900, 2100, { description: "Calendar year", pii: "none", unit: "year" }),
    age_band: code({ description: "Age band", pii: "none" }),
    sex: code({ description: "Sex", pii: "none" }),
    persons: decimal(0, 1e10, {
      description: "Residents, counted or estimated",
      pii: "none",
      unit: "people",
    }),
  },
  key: ["area_code", "year", "age_band", "sex"],
});
