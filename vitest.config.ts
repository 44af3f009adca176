import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/install_programs.ts"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    env: { TZ: "UTC", OBSERVABLE_TELEMETRY_DISABLE: "true" },
    reporters: ["default", ["json", { outputFile: ".tmp/tests.json" }]],
    coverage: {
      provider: "v8",
      include: ["src/stats/**", "src/disclosure/**"],
      thresholds: { lines: 100, functions: 100, branches: 100, statements: 100 },
    },
  },
});
