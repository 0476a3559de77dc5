// The sample API. In a project of your own the import reads `from "md2oas"`.
import { defineConfig } from "./src/build/config.ts";

export default defineConfig({
  docs: "spec/docs",
  out: "spec/openapi.yaml",
  client: "generated",
  title: "Northwatch Security API",
  version: "1.0",
  description: "Security actions of a fictional service: the sample that md2oas is developed and tested with.",
  license: { name: "MIT", identifier: "MIT" },
  authorization: {
    authorizationUrl: "https://login.northwatch.example/oauth2/authorize",
    tokenUrl: "https://login.northwatch.example/oauth2/token",
  },
  lint: "redocly.yaml",
  suppress: [
    {
      code: "page/unused",
      file: "**/security-overview.md",
      reason: "An introduction for people, not a page of the API.",
    },
    ...["permissions/mangled-scope", "translation/header"].map((code) => ({
      code,
      file: "**/securityaction-cancel.md",
      reason: "The German half shows what machine translation does to names.",
    })),
  ],
});
