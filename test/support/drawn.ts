/** A row of a drawn table; an empty place is null. */
export type DrawnRow = Record<string, string | null>;

/**
 * Reads a table drawn with `|` between columns and names on its first line:
 * `patient_id | sex` / `p1 | female`. Lines of dashes only separate.
 */
export function drawn(text: string): DrawnRow[] {
  const [names = [], ...rows] = text
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^[\s|]*-[\s|-]*$/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return rows.map((cells) => {
    if (cells.length !== names.length)
      throw new Error(`a drawn row has ${cells.length} of ${names.length} places`);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] || null]));
  });
}
