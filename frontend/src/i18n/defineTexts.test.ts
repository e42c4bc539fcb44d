import { renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { defineLoadedTexts, defineTexts, lookUp } from "./defineTexts";
import { currentLanguage, loadTexts, switchLanguage } from "./i18n";

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

test("heavy texts come in the reader's language alone, the others with the switch, once", async () => {
  const chinese = vi.fn<() => Promise<{ default: object }>>(async () => ({ default: { hello: "你好" } }));
  const english = vi.fn<() => Promise<{ default: object }>>(async () => ({ default: { hello: "Hello" } }));
  await switchLanguage("zh-CN");
  const useHeavy = defineLoadedTexts<{ hello: string }>("heavy", { "zh-CN": chinese, en: english });
  await loadTexts();
  expect([renderHook(() => useHeavy()).result.current("hello"), english.mock.calls.length]).toEqual(["你好", 0]);
  await switchLanguage("en");
  expect(renderHook(() => useHeavy()).result.current("hello")).toBe("Hello");
  await switchLanguage("zh-CN");
  expect([chinese.mock.calls.length, english.mock.calls.length]).toEqual([1, 1]);
});

test("what could not be loaded is said in the other language, and asked for again", async () => {
  let there = false;
  const english = async () => {
    if (!there) throw new TypeError("no net");
    return { default: { bye: "Goodbye" } };
  };
  await switchLanguage("zh-CN");
  defineLoadedTexts("away", { "zh-CN": async () => ({ default: { bye: "再见" } }), en: english });
  await loadTexts();
  await switchLanguage("en");
  expect([currentLanguage(), lookUp("away", "bye")]).toEqual(["en", "再见"]);
  there = true;
  lookUp("away", "bye");
  await vi.waitFor(() => expect(lookUp("away", "bye")).toBe("Goodbye"));
});

test("the language chosen last is the one that stays, whichever is there first", async () => {
  const arrivals: ((file: { default: object }) => void)[] = [];
  const late = new Promise<{ default: object }>((resolve) => arrivals.push(resolve));
  await switchLanguage("zh-CN");
  defineLoadedTexts("late", { "zh-CN": async () => ({ default: {} }), en: () => late });
  await loadTexts();
  const first = switchLanguage("en");
  await switchLanguage("zh-CN");
  arrivals[0]?.({ default: {} });
  await first;
  expect(currentLanguage()).toBe("zh-CN");
});
