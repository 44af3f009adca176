import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";

interface ReadCell {
  /** `text`, `number` or `formula`. */
  type: string;
  value: string;
}

const parser = new new JSDOM().window.DOMParser();

/** The sheets of a workbook by name, in order: rows of cells, read from the files inside. */
export function readWorkbook(bytes: Uint8Array): Map<string, ReadCell[][]> {
  const files = unzipSync(bytes);
  const parse = (name: string) =>
    parser.parseFromString(strFromU8(files[name] ?? new Uint8Array()), "application/xml");
  const strings = [...parse("xl/sharedStrings.xml").querySelectorAll("si")].map((each) => each.textContent);
  const names = [...parse("xl/workbook.xml").querySelectorAll("sheet")].map((sheet) =>
    sheet.getAttribute("name"),
  );
  const cell = (node: Element): ReadCell => {
    const inside = node.firstElementChild;
    const value = inside?.textContent ?? "";
    if (inside?.localName === "f") return { type: "formula", value };
    return node.getAttribute("t") === "s"
      ? { type: "text", value: strings[Number(value)] ?? "" }
      : { type: "number", value };
  };
  return new Map(
    names.map((name, index) => [
      name ?? "",
      [...parse(`xl/worksheets/sheet${index + 1}.xml`).getElementsByTagName("row")].map((row) =>
        [...row.children].map(cell),
      ),
    ]),
  );
}
