const LONGEST = 100;

/**
 * A clinic's id as the name of its page: small letters, digits and hyphens stay, every other character becomes its code between
 * underscores, so that nothing in it can lead to another folder and two ids never share a page. A long one is cut and ends in a
 * checksum of the whole.
 */
export function clinicSlug(id: string): string {
  const name = [...id]
    .map((character) =>
      /[a-z0-9-]/.test(character) ? character : `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
    )
    .join("");
  if (name === "index") return "index_"; // the page of all clinics is called that
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST)}_${checksum(id)}`;
}

/** 53 bits of a text in base 36: two multiplicative hashes side by side. */
function checksum(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return ((high >>> 11) * 2 ** 32 + (low >>> 0)).toString(36);
}
