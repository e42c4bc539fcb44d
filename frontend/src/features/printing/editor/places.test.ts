import { describe, expect, it } from "vitest";
import { insertAt, placesOf, toKept, toShown } from "./places";

const label = (zh: string, en = zh) => ({ zh, en });
const words = {
  given: { "@store": "门店", "@page": "页码" },
  manner: { capitals: "大写" },
  givenGroup: "常用",
  language: "zh",
};
const places = placesOf(
  {
    groups: [
      {
        label: label("订单"),
        places: [
          { path: "price", label: label("成交价"), manners: ["capitals"] },
          { path: "x_a", label: label("备注"), manners: [] },
          { path: "x_b", label: label("备注"), manners: [] },
          { path: "x_c", label: label("怪{{名}}|字"), manners: [] },
        ],
      },
      { label: label("客户"), places: [{ path: "customer.phone", label: label("电话"), manners: [] }] },
    ],
    tables: [],
  },
  words,
);

describe("places in a text", () => {
  it("are read by their labels and kept by their names", () => {
    const kept = "{{@store}}：{{price}} {{price|capitals}} {{customer.phone}}";
    const shown = "{{@门店}}：{{成交价}} {{成交价|大写}} {{客户.电话}}";
    expect(toShown(kept, places)).toBe(shown);
    expect(toKept(shown, places)).toBe(kept);
  });

  it("are told apart where two fields are called alike", () => {
    expect(toShown("{{x_a}}{{x_b}}", places)).toBe("{{备注}}{{备注·x_b}}");
    expect(toKept("{{备注}}{{备注·x_b}}", places)).toBe("{{x_a}}{{x_b}}");
  });

  it("leave alone what is no place, and what is half written", () => {
    for (const text of ["{{没有}}", "{{成交", "{成交价}", "价格 }} {{"]) {
      expect(toKept(text, places)).toBe(text);
      expect(toShown(text, places)).toBe(text);
    }
  });

  it("never hold signs that would end them", () => {
    expect(places.every(({ shown }) => !/[{}]/.test(shown))).toBe(true);
    expect(toKept(toShown("{{x_c}}", places), places)).toBe("{{x_c}}");
  });

  it("come where the cursor is", () => {
    expect(insertAt("你好，！", "姓名", 3)).toEqual({ text: "你好，{{姓名}}！", at: 9 });
  });
});
