import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest_first.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/install_programs.ts", "test/support/run_folder.ts"],
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    isolate: false, // no test replaces a module, so a worker reads the program once for all of its files
    env: { TZ: "UTC", OBSERVABLE_TELEMETRY_DISABLE: "true" },
    reporters: ["default", ["json", { outputFile: ".tmp/tests.json" }]],
    coverage: {
      provider: "v8",
      include: ["src/stats/**", "src/disclosure/**"],
      thresholds: { lines: 100, functions: 100, branches: 100, statements: 100 },
    },
  },
});
