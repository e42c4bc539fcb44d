import { describe, expect, it } from "vitest";
import type { Verb } from "./verb";
import { plainWay, waysTo } from "./ways";

const verb = (name: string, of: string[], to: string | null, more: Partial<Verb> = {}): Verb => ({
  name,
  label: { zh: name, en: name },
  of,
  to,
  asks: [],
  grave: false,
  undoable: false,
  ...more,
});
const asks = [{ field: "reason", required: true, now: false, help: null }];
const verbs = [
  verb("go out", ["booked"], "out"),
  verb("come back", ["out"], "booked"),
  verb("cancel", ["booked", "out"], "cancelled", { asks }),
  verb("forget", ["booked"], "done", { grave: true }),
  verb("sign", ["out"], "done"),
  verb("sign for another", ["out"], "done"),
  verb("note", ["out"], null),
];

describe("the way from a state to another", () => {
  it("is by the verbs that are done in the one and lead to the other", () => {
    expect(waysTo(verbs, "booked", "out").map(({ name }) => name)).toEqual(["go out"]);
    expect(waysTo(verbs, "out", "done").map(({ name }) => name)).toEqual(["sign", "sign for another"]);
    expect(waysTo(verbs, "done", "out")).toEqual([]);
    expect(waysTo(verbs, "out", null)).toEqual([]);
  });
  it("needs no word where one verb leads there that asks nothing", () => {
    expect(plainWay(verbs, "booked", "out")?.name).toBe("go out");
    expect(plainWay(verbs, "out", "booked")?.name).toBe("come back");
    expect(plainWay(verbs, "booked", "cancelled")).toBeNull();
    expect(plainWay(verbs, "booked", "done")).toBeNull();
    expect(plainWay(verbs, "out", "done")).toBeNull();
  });
});
