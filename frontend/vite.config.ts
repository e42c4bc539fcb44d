import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const apiOrigin = process.env.CHEZHAN_API ?? "http://127.0.0.1:8000";
const toApi = { "/api": apiOrigin, "/_allauth": apiOrigin };

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  // Whole objects: a name exported for each text would be said twice.
  json: { namedExports: false },
  build: {
    manifest: true,
    outDir: "dist",
    target: "es2022",
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // The customers' pages are an entry of their own: light, and without what staff works with.
      input: { index: "index.html", public: "public.html" },
      // A chunk of its own: it outlives releases in caches, and the bundle report knows pages with charts by it. What it
      // needs goes into it too: a group of something that needs React would take React from every page.
      // The others go by their hash alone: the entry lists all chunks, 500 names that each reader would load.
      output: {
        codeSplitting: { groups: [{ name: "echarts", test: /node_modules[\\/](echarts|zrender)[\\/]/ }] },
        chunkFileNames: ({ name }) => (name === "echarts" ? "assets/echarts-[hash].js" : "assets/[hash].js"),
        assetFileNames: "assets/[hash][extname]",
      },
    },
  },
  // The guides of docs/ are the help beside each page.
  server: { proxy: toApi, fs: { allow: [".", "../docs"] } },
  preview: { proxy: toApi },
  test: {
    environment: "jsdom",
    restoreMocks: true,
    setupFiles: ["src/testing/loadTexts.ts"],
    // Modules are loaded once for all, but where a test puts others in their place.
    projects: [
      { extends: true, test: { name: "shared", include: ["src/**/*.test.{ts,tsx}"], exclude: ["src/**/*.alone.test.*"], isolate: false } },
      { extends: true, test: { name: "alone", include: ["src/**/*.alone.test.{ts,tsx}"] } },
    ],
  },
});
