import { describe, expect, test } from "vitest";

type Texts = { [key: string]: string | Texts };

const files = import.meta.glob<Texts>("../**/locales/*.json", { eager: true, import: "default" });
const written = import.meta.glob<string>("../**/locales/*.json", { eager: true, import: "default", query: "?raw" });
const folders = [...new Set(Object.keys(files).map((path) => path.replace(/\/[^/]+\.json$/, "")))];
const han = /\p{Script=Han}/u;

/** Every leaf as `a.b` → text. */
function leaves(texts: Texts, prefix = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : leaves(value, `${prefix}${key}.`),
  );
}

function keys(texts: Texts): string[] {
  return [...new Set(leaves(texts).map(([key]) => key.replace(/_(one|other)$/, "")))].toSorted();
}

/** The server may send a parameter in words of each language: `expected` and `expected_zh`. */
function placeholders(text: string): string[] {
  return [...text.matchAll(/{{\s*(\w+)/g)].map((found) => (found[1] ?? "").replace(/_zh$/, "")).toSorted();
}

describe.each(folders)("%s", (folder) => {
  const chinese = files[`${folder}/zh-CN.json`] ?? {};
  const english = files[`${folder}/en.json`] ?? {};

  test("has the same keys in both languages", () => {
    expect(keys(chinese).length).toBeGreaterThan(0);
    expect(keys(english)).toEqual(keys(chinese));
  });

  test("says each key once", () => {
    for (const name of ["zh-CN", "en"]) {
      const said = written[`${folder}/${name}.json`]?.match(/"(?:[^"\\]|\\.)*"\s*:\s*"/g) ?? [];
      expect(said.length).toBe(leaves(files[`${folder}/${name}.json`] ?? {}).length);
    }
  });

  test("leaves no text empty, except a measure word that English does not say", () => {
    const said = new Map(leaves(chinese));
    expect(leaves(chinese).filter(([, text]) => text.trim() === "")).toEqual([]);
    expect(leaves(english).filter(([key, text]) => text.trim() === "" && (said.get(key) ?? "").trim().length > 1)).toEqual([]);
  });

  test("says nothing in Chinese on the English side", () => {
    expect(leaves(english).filter(([, text]) => han.test(text))).toEqual([]);
  });

  test("fills the same placeholders in both languages", () => {
    const inEnglish = new Map(leaves(english));
    const unlike = leaves(chinese).filter(([key, text]) => {
      const other = inEnglish.get(key);
      return other !== undefined && placeholders(other).join() !== placeholders(text).join();
    });
    expect(unlike).toEqual([]);
  });
});
