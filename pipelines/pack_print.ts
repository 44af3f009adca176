import { launchBrowser } from "./browser.ts";
import type { PackDocument } from "./pack_document.ts";
import { sheetsOf, sheetsOfPlaces } from "./pdf_places.ts";

/** Where the document is served to the browser, and nothing else is. */
const HOME = "https://pack.invalid/";

/** A large pack on a busy machine takes minutes. */
const SLOWEST_MS = 600_000;

/**
 * Prints a pack: once to learn on which sheet each place stands, and once more with the contents filled in. No script runs and no request
 * leaves. `day` (ISO) is the date in the file, so that the same browser gives the same bytes. Throws ProgramError where no browser can be had.
 */
export async function printPack(
  pack: PackDocument,
  day: string,
): Promise<{ pdf: Uint8Array; sheets: number }> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    context.setDefaultTimeout(SLOWEST_MS);
    const print = async (body: string): Promise<Uint8Array> => {
      const page = await context.newPage();
      await page.route("**/*", (route) =>
        route.request().url() === HOME
          ? route.fulfill({ body, contentType: "text/html; charset=utf-8" })
          : route.abort(),
      );
      await page.goto(HOME, { waitUntil: "load" });
      const pdf = await page.pdf({
        preferCSSPageSize: true,
        printBackground: false,
        tagged: true,
        outline: true,
      });
      await page.close();
      return pdf;
    };
    const draft = await print(pack.html());
    const pdf = await print(pack.html(sheetsOfPlaces(draft)));
    return { pdf: pinDates(pdf, day), sheets: sheetsOf(pdf).length };
  } finally {
    await browser.close();
  }
}

/** Writes a fixed date in place of the times of printing, which have the same length. */
function pinDates(pdf: Uint8Array, day: string): Uint8Array {
  const fixed = `(D:${day.replaceAll("-", "")}000000+00'00')`;
  const text = Buffer.from(pdf).toString("latin1");
  return Buffer.from(text.replace(/(?<=\/(?:CreationDate|ModDate) )\(D:\d{14}\+00'00'\)/g, fixed), "latin1");
}
