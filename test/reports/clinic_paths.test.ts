import { describe, expect, it } from "vitest";
import { clinicSlug } from "../../reports/components/clinic_paths.ts";

const IDS = [
  "north",
  "North",
  "north ",
  "north_1",
  "../../etc/passwd",
  "..",
  "a/b",
  "a\\b",
  "<script>",
  "index",
  "index_",
  "Zürich",
  "😀",
  "x".repeat(128),
  `${"x".repeat(127)}y`,
  "€".repeat(128),
];

describe("the name of a clinic's page", () => {
  it("keeps plain ids as they are", () => {
    expect(["north", "clinic-03"].map(clinicSlug)).toEqual(["north", "clinic-03"]);
  });

  it("is a plain file name for any id, never that of the page of all clinics, and never shared", () => {
    const slugs = IDS.map(clinicSlug);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9_-]{1,120}$/);
    expect(slugs).not.toContain("index");
    expect(new Set(slugs.map((slug) => slug.toLowerCase())).size).toBe(IDS.length);
  });
});
