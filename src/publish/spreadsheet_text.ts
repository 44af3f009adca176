/** First characters that make a spreadsheet take a text for a formula (OWASP ASVS 1.2.10, with CR and LF). */
const FORMULA = /^[=+\-@\t\r\n\0]/;

/** The text as a spreadsheet shows it and never computes it: one that would start a formula has an apostrophe before it. */
export const inertText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A text as a field of a CSV file: inert, and quoted as RFC 4180 says where it must be. */
export function csvText(text: string): string {
  const safe = inertText(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
