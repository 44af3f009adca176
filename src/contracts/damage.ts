/** Why a record of a delimited file was set aside, and how to mend it. */
export const RECORD_DAMAGE = {
  wrong_field_count:
    "Give the record as many fields as the header has; quote a field that holds the delimiter.",
  stray_quote: "Quote the whole field and double the quotes inside it.",
  text_after_quote: "Double the quotes inside the field, and end it with a quote before the delimiter.",
  unclosed_quote: "Close the quote on the line it was opened on.",
  nul_byte: "Remove the NUL byte.",
  stray_carriage_return: "Remove the carriage return, or quote the field.",
  record_too_long: "Close the quote that was opened on this line, or shorten the record.",
  record_cut_off: "End the last record with a line end, so that it can be told from one that was cut off.",
  repeated_header: "Remove the second header line.",
} as const;

/** The same for a line of NDJSON. */
export const JSON_DAMAGE = {
  not_json_object: "Write one JSON object on the line.",
  nested_value: "Give each key a text, a number, true, false or null.",
  number_too_large: "Write identifiers as texts; the number is too large to be read exactly.",
  broken_text: "Remove NUL and unpaired surrogates from the text.",
  record_too_long: "Shorten the line.",
} as const;

export type RecordDamage = keyof typeof RECORD_DAMAGE;
export type JsonDamage = keyof typeof JSON_DAMAGE;
export type Damage = RecordDamage | JsonDamage;
