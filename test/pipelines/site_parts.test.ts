import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, describe, expect, it } from "vitest";
import { csvRecords } from "../../pipelines/site_downloads.ts";
import { addContentPolicy } from "../../pipelines/site_policy.ts";
import { swapFolder } from "../../pipelines/site_swap.ts";

const folder = mkdtempSync(join(tmpdir(), "site-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function site(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, "index.html"), text);
  return path;
}

describe("a finished site takes the place of the old one", () => {
  it("leaves the new one alone in its place", async () => {
    const place = site("dist", "old");
    await swapFolder(site("next", "new"), place);
    expect(readFileSync(join(place, "index.html"), "utf8")).toBe("new");
    expect(readdirSync(folder)).toEqual(["dist"]);
  });

  it("goes on from a swap that was cut short between its two renames", async () => {
    site("cut.previous", "older");
    const place = join(folder, "cut");
    await swapFolder(site("cut-next", "new"), place);
    expect(readFileSync(join(place, "index.html"), "utf8")).toBe("new");
    expect(existsSync(`${place}.previous`)).toBe(false);
  });

  it("keeps the old site when there is nothing to put in its place", async () => {
    const place = site("kept", "old");
    await expect(swapFolder(join(folder, "nowhere"), place)).rejects.toThrow();
    expect(readFileSync(join(place, "index.html"), "utf8")).toBe("old");
  });
});

describe("the records of a CSV text", () => {
  it("are those that were written, with line breaks inside quotes kept", () => {
    expect(csvRecords('a,b\n1,"x\ny ""z"""\n2,\n')).toEqual(["a,b", '1,"x\ny ""z"""', "2,"]);
    expect(csvRecords("")).toEqual([]);
  });
});

describe("a page's content policy", () => {
  it("names each inline script by its hash and allows no other origin", () => {
    const { document } = new JSDOM(
      '<head><meta charset="utf-8"><script>let a = 1;</script><script src="b.js"></script></head>',
    ).window;
    addContentPolicy(document);
    const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content");
    expect(policy).toContain("script-src 'self' 'sha256-");
    expect(policy?.match(/sha256-/g)).toHaveLength(1);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });
});
