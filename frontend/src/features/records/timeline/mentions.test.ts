import { expect, test } from "vitest";
import { mentionedIn } from "./mentions";

const people = [
  { id: "1", name: "王小" },
  { id: "2", name: "王小明" },
  { id: "3", name: "李雷" },
  { id: "4", name: "李雷" },
];
const nobody = new Map<string, string>();

test("whom a text names is told, once, by the longest name; a name without @ is nobody's", () => {
  expect(mentionedIn("@王小明 请回访，@王小明", people, nobody)).toEqual(["2"]);
  expect(mentionedIn("@王小，还有@王小明", people, nobody)).toEqual(["2", "1"]);
  expect(mentionedIn("王小明 来过", people, nobody)).toEqual([]);
});

test("of several of one name the chosen one is meant, without a choice all", () => {
  expect(mentionedIn("@李雷 你好", people, new Map([["李雷", "4"]]))).toEqual(["4"]);
  expect(mentionedIn("@李雷 你好", people, nobody)).toEqual(["3", "4"]);
});
