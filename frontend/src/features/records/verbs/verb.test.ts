import { describe, expect, it } from "vitest";
import type { Entity } from "../api/entities";
import { steps } from "./verb";

const choice = (value: string) => ({ value, label: { zh: value, en: value }, retired: false });
const verb = (of: string[], to: string) => ({ name: to, label: { zh: to, en: to }, of, to, asks: [], grave: false });
const lead = {
  state: "status",
  fields: [{ name: "status", choices: ["new", "contacted", "won", "lost"].map(choice) }],
  verbs: [verb(["new"], "contacted"), verb(["contacted"], "won"), verb(["new", "contacted"], "lost"), verb(["won", "lost"], "contacted")],
} as unknown as Entity;

describe("steps", () => {
  it("go by the usual way to its end", () => {
    expect(steps(lead, "contacted").map(({ value, is }) => `${value} ${is}`)).toEqual(["new done", "contacted now", "won ahead"]);
  });
  it("end where the record has ended", () => {
    expect(steps(lead, "lost").map(({ value, is }) => `${value} ${is}`)).toEqual(["new done", "contacted done", "lost now"]);
  });
});
