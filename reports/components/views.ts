import type { View } from "./release.ts";
import { files, notComputable, notices, reconciliation, rules, tables } from "./view_data.ts";
import { definitions } from "./view_definition.ts";
import { headline } from "./view_headline.ts";
import { measure } from "./view_measure.ts";
import { instruments, policy, strata, windows } from "./view_methods.ts";
import { beside, programme, stamp } from "./view_stamp.ts";
import { survival } from "./view_survival.ts";

/** What a page may ask for with `<div data-view="...">`. */
export const VIEWS: Readonly<Record<string, View>> = {
  beside,
  definitions,
  files,
  headline,
  instruments,
  measure,
  "not-computable": notComputable,
  notices,
  policy,
  programme,
  reconciliation,
  rules,
  stamp,
  strata,
  survival,
  tables,
  windows,
};
