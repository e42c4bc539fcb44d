import { renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { defineTexts, lookUp } from "./defineTexts";
import { switchLanguage } from "./i18n";

const useTexts = defineTexts(
  "a-test",
  { hello: "你好，{{name}}", unit: "辆", cars_other: "{{count}} 辆车" },
  { hello: "Hello {{name}}", unit: "", cars_one: "{{count}} car", cars_other: "{{count}} cars" },
);
const texts = () => renderHook(() => useTexts()).result.current;

afterEach(() => switchLanguage("zh-CN"));

test("texts follow the language and fill their placeholders", () => {
  switchLanguage("zh-CN");
  expect(texts()("hello", { name: "Li" })).toBe("你好，Li");
  switchLanguage("en");
  expect(texts()("hello", { name: "Li" })).toBe("Hello Li");
  expect(document.documentElement.lang).toBe("en");
});

test("English counts one and many apart", () => {
  switchLanguage("en");
  expect(texts()("cars", { count: 1 })).toBe("1 car");
  expect(texts()("cars", { count: 3 })).toBe("3 cars");
});

test("a measure word that English does not say stays unsaid", () => {
  switchLanguage("en");
  expect(texts()("unit")).toBe("");
});

test("what is not there is null", () => expect(lookUp("a-test", "nothing")).toBeNull());
