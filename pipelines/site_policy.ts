import { createHash } from "node:crypto";

/** What a page may do. Nothing but its own files; of inline scripts only those that the build itself wrote. */
const SELF = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
];

/** Adds a content security policy that names the page's inline scripts by their hash. Call last: it fixes them. */
export function addContentPolicy(document: Document): void {
  const inline = [...document.querySelectorAll("script:not([src])")].map(
    ({ textContent }) =>
      `'sha256-${createHash("sha256")
        .update(textContent ?? "")
        .digest("base64")}'`,
  );
  const scripts = ["script-src 'self'", ...new Set(inline)].join(" ");
  const policy = document.createElement("meta");
  policy.setAttribute("http-equiv", "Content-Security-Policy");
  policy.setAttribute("content", [...SELF, scripts, "base-uri 'none'", "form-action 'none'"].join("; "));
  document.head.querySelector("meta[charset]")?.after(policy);
}
