import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { buildSite } from "../../pipelines/site.ts";
import { MEASURES } from "../../src/measures/index.ts";
import { folder, pagesOf, sites } from "./made_sites.ts";
import { factsOf } from "./page_facts.ts";
import { attemptsOf, SITES, withoutNetwork } from "./shared_sites.ts";

const REPORTS = fileURLToPath(new URL("../../reports", import.meta.url));

/** What is said of the files of a built site, without a browser. */
export function builtSite(): void {
  describe("the built site", () => {
    it("has a page for each measure and for each text, and those of the committee in the internal edition only", () => {
      const texts = readdirSync(REPORTS, { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".md"))
        .map((path) => path.replace(/md$/, "html"));
      const expected = [...texts, ...MEASURES.map(({ id }) => `measures/${id}.html`), "methods/speed.html"];
      const forAll = expected.filter((path) => !/^committee\.|^clinics\//.test(path));
      expect(texts.length).toBeGreaterThan(4);
      expect(pagesOf(sites.rich.dir)).toEqual(forAll.sort());
      const clinics = pagesOf(sites.internal.dir).filter((path) => /^clinics\/(?!index)/.test(path));
      expect(clinics).toHaveLength(sites.internal.release.manifest.clinics.length);
      expect(pagesOf(sites.internal.dir)).toEqual([...expected, ...clinics].sort());
    });

    it("was built without a try to reach another machine, by a build that notices one", async () => {
      expect(SITES.map(attemptsOf).filter(existsSync)).toEqual([]);
      const attempts = join(folder, "network.txt");
      await withoutNetwork(attempts, async () => {
        expect(() =>
          execFileSync(process.execPath, ["-e", "fetch('http://192.0.2.1/').catch(() => process.exit(3))"], {
            stdio: "ignore",
          }),
        ).toThrow();
      });
      expect(readFileSync(attempts, "utf8")).toContain("192.0.2.1");
    });

    it("is the same, byte for byte, when it is built again", async () => {
      const again = join(folder, "again");
      await buildSite({ releaseDir: sites.rich.releaseDir, outDir: again });
      const hashes = (site: string) =>
        readdirSync(site, { recursive: true, encoding: "utf8" })
          .filter((path) => statSync(join(site, path)).isFile())
          .sort()
          .map(
            (path) =>
              `${path} ${createHash("sha256")
                .update(readFileSync(join(site, path)))
                .digest("hex")}`,
          );
      expect(hashes(again).length).toBeGreaterThan(20);
      expect(hashes(again)).toEqual(hashes(sites.rich.dir));
    }, 600_000);

    it("names no other origin in any page", () => {
      for (const path of pagesOf(sites.rich.dir)) {
        const html = readFileSync(join(sites.rich.dir, path), "utf8")
          .replaceAll("http://www.w3.org/", "")
          .replaceAll(encodeURI("http://www.w3.org/"), "");
        expect(html.match(/(?:src|href)="(?:https?:)?\/\/[^"]*"/g)).toBeNull();
      }
    });

    it("leads nowhere that is not there", () => {
      let followed = 0;
      for (const { path, links, anchors } of factsOf(sites.rich.dir))
        for (const link of links) {
          const [target = "", anchor = ""] = link.split("#");
          const there = target ? existsSync(join(sites.rich.dir, path, "..", target)) : anchors.has(anchor);
          expect({ path, link, there }).toEqual({ path, link, there: true });
          followed++;
        }
      expect(followed).toBeGreaterThan(100);
    });

    it("offers the release's files and each measure's rows of it", () => {
      const lines = (name: string) =>
        readFileSync(join(sites.rich.dir, "data", `${name}.csv`), "utf8")
          .split("\n")
          .filter(Boolean);
      for (const { id, kind } of sites.rich.release.manifest.measures) {
        const [header, ...rows] = lines(kind === "mean" ? "means" : "cells");
        expect(lines(id)).toEqual([header, ...rows.filter((row) => row.startsWith(`${id},`))]);
        expect(lines(id).length).toBeGreaterThan(10);
      }
      expect(readdirSync(join(sites.rich.dir, "data"))).toEqual(
        expect.arrayContaining(["manifest.json", "cells.parquet", "cells.arrow"]),
      );
    });

    it("refuses a release whose files are not those that were published", async () => {
      await expect(
        buildSite({ releaseDir: join(folder, "nowhere"), outDir: sites.rich.dir }),
      ).rejects.toThrow(/no release/);
      expect(pagesOf(sites.rich.dir).length).toBeGreaterThan(5);
    });
  });
}
