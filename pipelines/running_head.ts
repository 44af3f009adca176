import { day, period } from "../reports/components/formats.ts";
import { PACK_STRINGS as words } from "../reports/components/strings_pack.ts";
import type { Manifest } from "../src/publish/manifest.ts";

/** The style sheet of a site that holds its running head. */
export const HEAD_FILE = "running_head.css";

/** What every printed sheet says above and below: programme, month, status, run and its own number. A style sheet of page margins. */
export function runningHead({ program, policy, reporting, as_of, run_id }: Manifest, title?: string): string {
  const month = period({ period_grain: "month", period_start: as_of }) ?? as_of;
  const status = [
    title,
    words.status[reporting.status],
    words.edition[policy.edition],
    program.synthetic && words.synthetic,
  ];
  const boxes = {
    "top-left": cssText(words.head(program.name, month)),
    "top-right": cssText(status.filter(Boolean).join(" · ")),
    "bottom-left": cssText(words.runLine(run_id, day(as_of))),
    "bottom-right": `counter(page) " / " counter(pages)`,
  };
  const rules = Object.entries(boxes).map(
    ([box, content]) => `  @${box} { content: ${content}; font: 8pt sans-serif; color: #55606b; }`,
  );
  return `@page {\n${rules.join("\n")}\n}\n`;
}

/** A text as a string of CSS: every character that could end it, or the element around it, is written as its number. */
const cssText = (text: string): string =>
  `"${text.replace(/[^A-Za-z0-9 .,]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
