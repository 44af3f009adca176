import { code, date, id, text } from "../columns.ts";
import { defineTable } from "../table.ts";

/** Courses that staff completed. */
export const staffTraining = defineTable({
  name: "staff_training",
  grain: "completed course",
  columns: {
    staff_id: id({ description: "Member of staff", pii: "pseudonym" }),
    role: code({ description: "Role", pii: "none" }).nullish(),
    course: text({ description: "Course", pii: "none" }),
    completed_date: date({ description: "Day it was completed", pii: "indirect" }),
  },
  key: ["staff_id", "role", "course", "completed_date"],
  happened: ["completed_date"],
});
