import type { Window } from "./windows.ts";

const YEAR = { anchor: "year", start_months: 0, start_days: 0, end_days: -1 } as const;

/** Windows of measures that are counted by measurement year; each says when the last of its people's windows has closed. */
export const PROGRAMME_WINDOWS: readonly Window[] = [
  {
    ...YEAR,
    id: "year",
    title: "Calendar year",
    definition: "From 1 January to 31 December of the measurement year.",
    months: 12,
  },
  {
    ...YEAR,
    id: "index_6m",
    title: "6 months from the index event",
    definition:
      "The last score within 60 days before or after the day six calendar months from the index event, which lies in the intake that ends two months before the measurement year.",
    months: 6,
  },
  {
    ...YEAR,
    id: "index_12m",
    title: "12 months from the index event",
    definition:
      "The last score within 60 days before or after the day twelve calendar months from the index event, which lies in the intake that ends two months before the measurement year.",
    months: 12,
  },
  {
    ...YEAR,
    id: "index_120_240d",
    title: "4 to 8 months from the index event",
    definition:
      "The last score from day 120 to day 240 after the index event, which lies between 1 May before and 30 April of the measurement year.",
    months: 12,
  },
  ...(["January to April", "May to August", "September to December"] as const).map(
    (title, third): Window => ({
      ...YEAR,
      id: `third_${third + 1}`,
      title,
      definition: `The four months from ${title.replace(" to ", " to the end of ")}.`,
      start_months: 4 * third,
      months: 4 * (third + 1),
    }),
  ),
];
