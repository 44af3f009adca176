import type { ExtractInfo } from "./extract.ts";
import type { Fit } from "./fit.ts";
import type { TableMapping } from "./mapping.ts";
import type { TableName } from "./tables.ts";

/** A text file whose records are known to be whole, ready to be read without guessing. */
export interface PreparedText {
  format: "csv";
  /** Absolute path to read: the site's own file, or a private clean copy of it. */
  path: string;
  compression: "none" | "gzip";
  delimiter: string;
  /** Fields of each record. */
  fields: number;
  /** `header`: one header line, no line breaks inside records. `numbered`: no header, each record led by its line number. */
  layout: "header" | "numbered";
  /** Whole records, counted without DuckDB. */
  records: number;
  /** No field holds a control character, or begins or ends with a space. */
  plain: boolean;
  fit: Fit;
}

/** A Parquet file; its columns are not known before DuckDB opens it. */
export interface PreparedParquet {
  format: "parquet";
  path: string;
  mapping: TableMapping | undefined;
}

/** One file on its way into one table. */
export interface PreparedSource {
  table: TableName;
  /** The file's name in the extract; with the mapping's number where a file feeds a table more than once. */
  file: string;
  sha256: string;
  missingValues: readonly string[];
  content: PreparedText | PreparedParquet;
  /** Damaged records: how many, and a CSV of `line,rule` where there are any. */
  damaged: { records: number; path: string | null };
}

/** An extract whose files can be trusted: what to load, in the order of loading. */
export interface PreparedExtract {
  files: readonly PreparedSource[];
  tables: readonly TableName[];
  extract: ExtractInfo;
  notices: readonly string[];
}
