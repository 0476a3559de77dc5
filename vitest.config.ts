import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // No test is about speed. What takes a second here may take a minute on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
