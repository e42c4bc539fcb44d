import { describe, expect, test } from "vitest";
import { router } from "@/app/router";
import { readGuides } from "./guides";
import { matching, sectionsOf } from "./sections";
import { topicOf, topics } from "./topics";

test("both languages have the same sections in the same order, and none is empty", async () => {
  const [chinese, english] = await Promise.all([readGuides("zh-CN"), readGuides("en")]);
  expect(chinese.map(({ id }) => id)).toEqual(english.map(({ id }) => id));
  expect(new Set(english.map(({ id }) => id)).size).toBe(english.length);
  expect([...chinese, ...english].filter(({ text }) => text.length < 40)).toEqual([]);
});

test("every heading of a guide is a section", async () => {
  const files = import.meta.glob<string>("../../../../docs/{managers,owners}*.md", { eager: true, query: "?raw", import: "default" });
  expect(Object.keys(files)).toHaveLength(4);
  for (const [name, text] of Object.entries(files)) {
    expect([name, sectionsOf(text).length]).toEqual([name, [...text.matchAll(/^## /gm)].length]);
  }
});

test("whatever page there is, its topic is in the guides", async () => {
  const written = new Set((await readGuides("en")).map(({ id }) => id));
  const pages = Object.keys(router.routesByPath).map((path) => path.replaceAll(/\$\w+/g, "x"));
  expect(pages.length).toBeGreaterThan(20);
  expect([...pages.map(topicOf), ...topics].filter((topic) => !written.has(topic))).toEqual([]);
});

describe("topicOf", () => {
  test.each([
    ["/s/north/policies", "rights"],
    ["/s/north/customers/1", "start"],
    ["/s/north/settings/fields/customer", "fields"],
    ["/hq/a/imports/new", "hq-imports"],
    ["/hq/a/plan", "hq-start"],
    ["/me", "start"],
  ])("%s is about %s", (path, topic) => expect(topicOf(path)).toBe(topic));
});

test("the search wants every word, in the title or the text", () => {
  const sections = sectionsOf("<!-- help: a -->\n## Bin\nBring back one.\n\n<!-- help: b -->\n## Tags\nOne colour.\n");
  expect(matching(sections, "one BACK").map(({ id }) => id)).toEqual(["a"]);
  expect(matching(sections, "one").map(({ id }) => id)).toEqual(["a", "b"]);
  expect(matching(sections, "none of it")).toEqual([]);
});
