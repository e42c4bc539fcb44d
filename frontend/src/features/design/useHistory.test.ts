import { describe, expect, it } from "vitest";
import { next } from "./useHistory";

const start = { past: [] as number[], now: 0, future: [] as number[], kind: "" };
const put = (value: number, kind = "") => ({ act: "put", value, kind }) as const;
const after = (...acts: Parameters<typeof next<number>>[1][]) => acts.reduce(next<number>, start);

describe("what can be undone", () => {
  it("goes back and forth", () => {
    expect(after(put(1), put(2), { act: "undo" }).now).toBe(1);
    expect(after(put(1), put(2), { act: "undo" }, { act: "redo" }).now).toBe(2);
    expect(after(put(1), { act: "undo" }, put(3), { act: "redo" }).now).toBe(3);
    expect(after({ act: "undo" }).now).toBe(0);
  });

  it("takes what follows each other in one place as one step", () => {
    expect(after(put(1, "label"), put(2, "label"), put(3, "label"), { act: "undo" }).now).toBe(0);
    expect(after(put(1, "label"), put(2, "help"), { act: "undo" }).now).toBe(1);
  });
});
