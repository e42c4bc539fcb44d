import { expect, test } from "vitest";
import { markOf } from "./marks";

function marked(text: string, typed: string): string | null {
  const found = markOf(text, typed);
  return found && text.slice(...found);
}

test("the word is found as the server finds it", () => {
  expect(marked("张伟", "伟")).toBe("伟");
  expect(marked("沪A·12345", "a12")).toBe("A·12");
  expect(marked("Bosch 博世", "CH博")).toBe("ch 博");
  expect(marked("张伟", "伟 138")).toBe("伟");
});

test("what is not there is not marked", () => {
  expect(marked("张伟", "zw")).toBeNull();
  expect(marked("张伟", " · ")).toBeNull();
});
