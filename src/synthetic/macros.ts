import type { ParameterName } from "./given/parameters.ts";
import { NORMAL_QUANTILES } from "./normal_quantiles.ts";

/**
 * The functions that the model's SQL is written in. All are whole-number arithmetic, so a seed gives the same programme on
 * any machine. A draw is a function of the seed, a stream's name and a key, never of the order in which rows come; its 64 bits
 * (half an MD5) are read in six lanes of ten.
 */
export const macros = (seed: number, values: Record<ParameterName, number>): string[] => [
  macro("random_bits(stream, key)", `md5_number_lower(concat_ws(':', ${seed}, stream, key))`),
  macro("lane_of(bits, lane)", "CAST((bits >> (10 * lane)) & 1023 AS INTEGER)"),
  macro("below(top, bits, lane)", "lane_of(bits, lane) * top // 1024"),
  macro("permille(bits, lane)", "below(1000, bits, lane)"),
  macro(
    "normal(bits, lane)",
    `(CAST([${NORMAL_QUANTILES.join(", ")}] AS INTEGER[]))[lane_of(bits, lane) + 1]`,
  ),
  macro(
    "gained(share, day)",
    `least(1000, share) * least(1000, ${values.progress_ceiling} * day // (day + ${values.progress_half_days})) // 1000`,
  ),
  macro("score_of(level, top)", "least(top, greatest(0, level + 500) // 1000)"),
  macro(
    "working_day(day)",
    "add_days(day, CASE date_part('isodow', day) WHEN 6 THEN 2 WHEN 7 THEN 1 ELSE 0 END)",
  ),
  macro("clinic_id(clinic)", "concat('clinic-', lpad(CAST(clinic AS VARCHAR), 2, '0'))"),
  macro("patient_id(patient)", "concat('p', patient)"),
  macro("episode_id(episode)", "concat('e', episode)"),
  macro("compact_day(day)", "strftime(day, '%Y%m%d')"),
  macro("at_minute(day, minute)", "CAST(day AS TIMESTAMP) + to_minutes(minute)"),
  macro("thousandths(whole)", "CAST(whole AS DECIMAL(12, 0)) * CAST(0.001 AS DECIMAL(4, 3))"),
  macro("hundredths(whole)", "CAST(whole AS DECIMAL(12, 0)) * CAST(0.01 AS DECIMAL(3, 2))"),
  macro("tenths(whole)", "CAST(whole AS DECIMAL(12, 0)) * CAST(0.1 AS DECIMAL(2, 1))"),
];

const macro = (signature: string, body: string): string =>
  `CREATE OR REPLACE MACRO main.${signature} AS ${body}`;
