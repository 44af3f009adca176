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
const OUTCOMES: Part = {
  title: "Outcomes in detail",
  pages: [
    "measures/follow_up",
    "measures/response",
    "measures/remission",
    "measures/reliable_deterioration",
    "time_to_improvement",
  ],
};
const EQUITY: Part = { title: "Equity", pages: ["equity"] };
const QUALITY: Part = { title: "Data quality", pages: ["data"] };
const DEFINITIONS: Part = { title: "Definitions", pages: ["definitions", "methods/index"] };

export const PACKS: Readonly<Record<Audience, Pack>> = {
  committee: {
    title: "Committee pack",
    edition: "internal",
    parts: [
      { title: "Committee", pages: ["committee"], headings: true },
      GLANCE,
      { title: "Clinics", pages: ["clinics/index"] },
      OUTCOMES,
      EQUITY,
      { title: "Need and capacity", pages: ["planners"] },
      QUALITY,
      DEFINITIONS,
    ],
  },
  funder: {
    title: "Funder evidence",
    edition: "public",
    parts: [
      { title: "Evidence", pages: ["funders"], headings: true },
      GLANCE,
      OUTCOMES,
      EQUITY,
      QUALITY,
      DEFINITIONS,
    ],
  },
  planner: {
    title: "Planner pack",
    edition: "public",
    parts: [
      { title: "Need and capacity", pages: ["planners"], headings: true },
      GLANCE,
      { title: "Reach and screening", pages: ["measures/screening_reach", "measures/screening_yield"] },
      {
        title: "Caseload and waits",
        pages: [
          "measures/caseload_within_norm",
          "measures/first_contact_wait",
          "measures/overdue_contact",
          "measures/trained_care_manager",
        ],
      },
      EQUITY,
      QUALITY,
      DEFINITIONS,
    ],
  },
};
