import { execFileSync, spawnSync } from "node:child_process";

const CANDIDATES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser that tests drive: `CHROMIUM` where set, else the first one on the path; undefined where there is none. */
export function findBrowser(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of CANDIDATES) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
    if (found) return found;
  }
  return undefined;
}

/** Runs once before all tests: installs Chromium from the system's packages where no browser is found. */
export default function setup(): void {
  if (findBrowser()) return;
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...words: string[]) => {
    const [command, ...rest] = [...sudo, "apt-get", ...words] as [string, ...string[]];
    execFileSync(command, rest, {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  try {
    apt("update", "-qq");
    apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
  } catch {
    throw new Error("the tests need a browser: install Chromium, or name one in the variable CHROMIUM");
  }
}
