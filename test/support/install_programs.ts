import { findBrowser, findProgram, installPackages } from "../../pipelines/browser.ts";

/** Runs once before all tests: installs the browser that they drive and the reader of its paper, where one is not there. */
export default function setup(): void {
  const missing = [
    ...(findBrowser() ? [] : ["chromium"]),
    ...(findProgram("pdftotext") ? [] : ["poppler-utils"]),
  ];
  if (missing.length === 0) return;
  try {
    installPackages(...missing);
  } catch {
    throw new Error(
      `the tests need ${missing.join(" and ")}: install what is missing, or name a browser in the variable CHROMIUM`,
    );
  }
}
