import { describe, expect, it } from "vitest";
import type { Entity } from "../api/entities";
import { inOrder, nowOf, shownFields, steps, wayBack } from "./verb";

const choice = (value: string) => ({ value, label: { zh: value, en: value }, retired: false });
const verb = (of: string[], to: string) => ({ name: to, label: { zh: to, en: to }, of, to, asks: [], grave: false, undoable: false });
const field = (name: string) => ({ name, type: "text", right: "write", read_only: false, once: false, required: false, settings: {} });
const [contact, win, lose, reopen] = [verb(["new"], "contacted"), verb(["contacted"], "won"), verb(["new", "contacted"], "lost"), verb(["won", "lost"], "contacted")];
const lead = {
  state: "status",
  way: ["new", "contacted", "won"],
  fields: [{ name: "status", choices: ["new", "contacted", "won", "lost"].map(choice) }],
  verbs: [contact, win, lose, reopen],
} as unknown as Entity;

describe("steps", () => {
  it("go by the usual way to its end", () => {
    expect(steps(lead, "contacted").map(({ value, is }) => `${value} ${is}`)).toEqual(["new done", "contacted now", "won ahead"]);
  });
  it("end where the record has ended", () => {
    expect(steps(lead, "lost").map(({ value, is }) => `${value} ${is}`)).toEqual(["new done", "contacted done", "lost now"]);
  });
});

describe("verbs", () => {
  it("go on before they go back", () => {
    const grave = { ...lose, grave: true };
    const back = verb(["contacted"], "new");
    expect(inOrder(lead, [back, grave, win], "contacted")).toEqual({ next: win, others: [back, grave] });
    const share = { ...contact, name: "share", to: null };
    expect(inOrder(lead, [share, win], "contacted").next).toBe(win);
    expect(inOrder(lead, [share, back], "contacted").next).toBe(share);
    expect(inOrder(lead, [grave], "contacted")).toEqual({ next: null, others: [grave] });
    expect(wayBack(lead, grave)?.to).toBe("contacted");
    expect(wayBack(lead, { ...contact, to: "gone" })).toBeNull();
  });
  it("ask for what the form asks for where they lead to, and for what was refused", () => {
    const kind = { ...lead, fields: [...lead.fields, ...["need", "budget", "city", "note"].map(field)] } as unknown as Entity;
    const asking = { ...contact, asks: [{ field: "need", required: false, now: false, help: null }] };
    const needed = { required: new Set(["need", "budget", "city"]), because: new Set(["need", "budget", "city"]) };
    const shown = shownFields(kind, asking, { city: "杭州" }, needed, ["note"]);
    expect(shown.map(({ name, required }) => [name, required])).toEqual([["need", true], ["budget", true], ["note", true]]);
  });
  it("begin with the day on which they are done, where none is said", () => {
    const dated = [{ ...field("on"), type: "date" }, { ...field("at"), type: "datetime" }, { ...field("said"), type: "date" }];
    const kind = { ...lead, fields: dated } as unknown as Entity;
    const asking = { ...win, asks: dated.map(({ name }) => ({ field: name, required: true, now: true, help: null })) };
    const now = new Date("2026-11-21T04:30:00Z");
    expect(nowOf(kind, asking, { id: "1", said: "2026-01-02" }, now)).toEqual({ on: "2026-11-21", at: "2026-11-21T04:30:00.000Z" });
  });
});
