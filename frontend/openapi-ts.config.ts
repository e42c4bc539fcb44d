import { defineConfig } from "@hey-api/openapi-ts";

export default defineConfig({
  input: "./openapi.json",
  output: { path: "./src/api", clean: true, entryFile: false },
  plugins: [
    "@hey-api/typescript",
    { name: "@hey-api/client-fetch", runtimeConfigPath: "./src/http/clientConfig.ts", throwOnError: true },
    { name: "@hey-api/sdk", responseStyle: "data" },
  ],
});
