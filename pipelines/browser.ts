import { execFileSync, spawnSync } from "node:child_process";
import { type Browser, chromium } from "playwright-core";
import { ProgramError } from "../src/errors.ts";

const CANDIDATES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a program, the first of these names that the system knows; undefined where it knows none. */
export function findProgram(...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
    if (found) return found;
  }
  return undefined;
}

/** The browser that prints and that tests drive: `CHROMIUM` where set, else the first one on the path; undefined where there is none. */
export function findBrowser(): string | undefined {
  return process.env.CHROMIUM || findProgram(...CANDIDATES);
}

/** Installs packages of the system where it has apt and lets us; throws where not. */
export function installPackages(...packages: readonly string[]): void {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...words: string[]) => {
    const [command, ...rest] = [...sudo, "apt-get", ...words] as [string, ...string[]];
    execFileSync(command, rest, {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", ...packages);
}

/** Starts a headless browser, which is installed where none is found. Throws ProgramError where none can be had or it will not start. */
export async function launchBrowser(): Promise<Browser> {
  if (!findBrowser()) {
    try {
      installPackages("chromium");
    } catch {
      throw new ProgramError(NO_BROWSER);
    }
  }
  try {
    return await chromium.launch({
      executablePath: findBrowser(),
      args: ["--disable-gpu", "--disable-background-networking"],
    });
  } catch {
    throw new ProgramError(NO_BROWSER);
  }
}

const NO_BROWSER =
  "paper is printed by Chromium, and none could be started here: install it, or name one in the variable CHROMIUM";
