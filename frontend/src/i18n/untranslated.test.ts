import ts from "typescript";
import { expect, test } from "vitest";
import { untranslatedIn } from "@/testing/untranslated";

const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../api/**", "!../**/*.test.{ts,tsx}"], {
  eager: true,
  query: "?raw",
  import: "default",
});

/** A language is named in itself, and 万 and 亿 are steps of counting, not words. */
const spokenAlike = new Set([
  "../components/LanguageSwitch.tsx",
  "../format/figure.ts",
  "../features/hq/comparison/useFormats.ts",
]);

test("every word on a page comes from the locale files", () => {
  const found = Object.entries(sources).filter(([path]) => !spokenAlike.has(path)).flatMap(([path, text]) =>
    untranslatedIn(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)),
  );
  expect(Object.keys(sources).length).toBeGreaterThan(50);
  expect(found).toEqual([]);
}, 60_000);

test("it finds a literal word, a literal label and Chinese in code", () => {
  const page = 'const a = "\u4f60\u597d"; const b = <p title="Hello">Some words {name}</p>; const c = <b>·</b>;';
  const found = untranslatedIn(ts.createSourceFile("page.tsx", page, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  expect(found).toEqual(["page.tsx:1 \u4f60\u597d", "page.tsx:1 Hello", "page.tsx:1 Some words"]);
});
