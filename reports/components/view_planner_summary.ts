import { maker } from "./elements.ts";
import type { View } from "./release.ts";
import { STRINGS } from "./strings.ts";
import { backlogFinding } from "./view_planner_backlog.ts";
import { billingSentences } from "./view_planner_billing.ts";
import { caseloadFinding } from "./view_planner_caseload.ts";
import { reachFinding } from "./view_planner_reach.ts";
import { waitFinding } from "./view_planner_waits.ts";

/** What the page finds, a sentence a question; nothing where none can be answered. */
export const summary: View = (context) => {
  const h = maker(context.document);
  const found = [
    caseloadFinding(context),
    waitFinding(context),
    backlogFinding(context),
    reachFinding(context),
    ...billingSentences(context).slice(0, 1),
  ].filter((sentence) => sentence !== undefined);
  return h(
    "section",
    { class: "planner-summary", "aria-labelledby": "in-short" },
    h("h2", { id: "in-short" }, STRINGS.planners.title),
    found.length === 0
      ? h("p", { class: "absent" }, STRINGS.planners.absent.backlog)
      : h(
          "ul",
          null,
          found.map((sentence) => h("li", null, sentence)),
        ),
  );
};
