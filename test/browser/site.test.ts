import { afterAll, beforeAll } from "vitest";
import { budgets } from "./budgets.ts";
import { builtSite } from "./built_site.ts";
import { eachPage } from "./each_page.ts";
import { dropSites, makeSites } from "./made_sites.ts";
import { printedPacks } from "./printed_packs.ts";
import { sameNumbers } from "./same_numbers.ts";
import { siteReaders } from "./site_readers.ts";

// One browser and three sites are made once for all of these.
beforeAll(makeSites, 900_000);
afterAll(dropSites);

builtSite();
eachPage();
siteReaders();
sameNumbers();
budgets();
printedPacks();
