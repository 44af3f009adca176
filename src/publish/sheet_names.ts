/** What a spreadsheet allows of a sheet's name: so many characters, none of these, and not the one it keeps for itself. */
const LONGEST = 31;
const FORBIDDEN = /[[\]/\\:*?'\p{Cc}\p{Cs}]/gu;
const RESERVED = "History";

/** A sheet name for each wanted name, in order: allowed, not taken, and different from the others in any case. */
export function sheetNames(wanted: readonly string[], taken: readonly string[]): string[] {
  const used = new Set([RESERVED, ...taken].map((name) => name.toLowerCase()));
  return wanted.map((name) => {
    const base = name.replaceAll(FORBIDDEN, "_").trim() || "_";
    let free = base.slice(0, LONGEST);
    for (let copy = 2; used.has(free.toLowerCase()); copy++) {
      const mark = ` (${copy})`;
      free = base.slice(0, LONGEST - mark.length) + mark;
    }
    used.add(free.toLowerCase());
    return free;
  });
}
