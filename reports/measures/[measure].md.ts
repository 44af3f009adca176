import { parseArgs } from "node:util";
import { MEASURES } from "../../src/measures/index.ts";

const { values } = parseArgs({ options: { measure: { type: "string" } } });
const found = MEASURES.find(({ id }) => id === values.measure);
if (!found) throw new Error(`no measure is registered as ${values.measure}`);

process.stdout.write(`---
title: ${JSON.stringify(found.title)}
---

# ${found.title}

<p class="lede">${found.why}</p>

<div data-view="stamp"></div>

<div data-view="measure" data-id="${found.id}"></div>
`);
