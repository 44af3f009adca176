import type { Edition } from "../src/reference/disclosure_rules.ts";

/** Who a pack is for. */
export const AUDIENCES = ["committee", "funder", "planner"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A part of a pack: pages of the site that follow each other, by path without ending. Those that a site lacks are named in the contents. */
export interface Part {
  title: string;
  pages: readonly string[];
  /** Whether the contents list the headings of its pages too. */
  headings?: boolean;
}

/** What a reader gets on paper, in this order. */
export interface Pack {
  title: string;
  /** The edition that it is made of: exact small numbers are for the committee alone. */
  edition: Edition;
  parts: readonly Part[];
}

const GLANCE: Part = { title: "The month at a glance", pages: ["index"] };
const EQUITY: Part = { title: "Equity", pages: ["equity"] };
const QUALITY: Part = { title: "Data quality", pages: ["data"] };

export const PACKS: Readonly<Record<Audience, Pack>> = {
  committee: {
    title: "Committee pack",
    edition: "internal",
    parts: [
      { title: "Committee", pages: ["committee"], headings: true },
      GLANCE,
      { title: "Clinics", pages: ["clinics/index"] },
      { title: "Time to improvement", pages: ["time_to_improvement"] },
      EQUITY,
      { title: "Need and capacity", pages: ["planners"] },
      QUALITY,
    ],
  },
  funder: {
    title: "Funder evidence",
    edition: "public",
    parts: [{ title: "Evidence", pages: ["funders"], headings: true }, EQUITY, QUALITY],
  },
  planner: {
    title: "Planner pack",
    edition: "public",
    parts: [
      { title: "Need and capacity", pages: ["planners"], headings: true },
      {
        title: "Reach, caseload and waits",
        pages: [
          "measures/screening_reach",
          "measures/caseload_within_norm",
          "measures/first_contact_wait",
          "measures/overdue_contact",
        ],
      },
      EQUITY,
      QUALITY,
    ],
  },
};
