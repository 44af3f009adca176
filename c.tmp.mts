import { synthesise } from "./src/synthetic/generate.ts";
import { plantCanaries } from "./test/surface/canary_extract.ts";
await synthesise({ outDir: "/tmp/attack/extract", patients: 500, months: 14, clinics: 3, seed: 3, format: "csv" });
console.log((await plantCanaries("/tmp/attack/extract")).length);
