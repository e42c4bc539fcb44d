import { expect, test } from "vitest";
import { inSentence } from "./inSentence";

test.each([
  ["Sales order", "en", "sales order"],
  ["VIN checks", "en", "VIN checks"],
  ["客户", "zh-CN", "客户"],
  ["Sales order", "zh-CN", "Sales order"],
])("%s in a sentence (%s) is %s", (name, language, said) => {
  expect(inSentence(name, language)).toBe(said);
});
