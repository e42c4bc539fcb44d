import { expect, test } from "vitest";

const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../api/**", "!../**/*.test.{ts,tsx}"], { eager: true, query: "?raw", import: "default" });
const paths = Object.keys(sources);

/** The file that an import names, as a key of `sources`; null for what is not ours. */
function fileOf(from: string, name: string): string | null {
  const root = "file:///src/";
  const ours = name.startsWith("@/") ? new URL(name.slice(2), root) : new URL(name, new URL(from.slice(3), root));
  const url = /^[@.]\//.test(name) || name.startsWith("../") ? ours : null;
  const base = url ? `../${url.pathname.slice("/src/".length)}` : null;
  return ["", ".ts", ".tsx"].map((end) => base + end).find((path) => path in sources) ?? null;
}

function named(path: string, shape: RegExp): string[] {
  return [...(sources[path] ?? "").matchAll(shape)].flatMap((found) => fileOf(path, found[1] ?? "") ?? []);
}

/** What comes with a file, itself included. */
function closureOf(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const next of named(path, /^import (?!type)(?:[^;]*? from )?"([^"]+)"/gm)) closureOf(next, seen);
  return seen;
}

test("texts that are loaded with a page are in no part that is loaded later than its page", () => {
  const heavy = paths.filter((path) => /= defineLoadedTexts</.test(sources[path] ?? ""));
  const later = paths.filter((path) => !path.startsWith("../app/routes/")).flatMap((path) => named(path, /import\("([^"]+)"\)/g));
  expect(heavy.length).toBeGreaterThan(2);
  expect(later.length).toBeGreaterThan(30);
  expect(later.filter((part) => heavy.some((texts) => closureOf(part).has(texts)))).toEqual([]);
});
