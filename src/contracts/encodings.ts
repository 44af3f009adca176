/** How text is stored in bytes. A byte-order mark in a file wins over this. `latin-1` and `windows-1252` differ in 32 signs. */
export const ENCODINGS = ["utf-8", "latin-1", "windows-1252", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];
