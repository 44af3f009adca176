/** What may stand inside an element. Strings become text nodes: nothing here can turn data into markup. */
export type Child = Node | string | number | null | undefined | false | readonly Child[];

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes elements of one document: `h("td", { class: "number" }, "25%")`. */
export type Make = (tag: string, attributes?: Attributes | null, ...children: Child[]) => Element;

/** A maker of HTML elements for this document. */
export function maker(document: Document): Make {
  return (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
}

/** A maker of SVG elements for this document. */
export function svgMaker(document: Document): Make {
  return (tag, attributes, ...children) =>
    fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(
  element: Element,
  attributes: Attributes | null | undefined,
  children: readonly Child[],
): Element {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(typeof child === "number" ? String(child) : (child as Node | string));
  }
}

/** A name made safe for an element id: letters, digits and hyphens. */
export function slug(...words: readonly string[]): string {
  return words
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
}
