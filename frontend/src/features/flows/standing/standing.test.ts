import { expect, it } from "vitest";
import { ports } from "../drawn/nodes";
import { askedAt, drawnOf, statesOf } from "./standing";

const node = (id: string, kind: string) => ({ id, kind, name: id, x: 0, y: 0 });
const way = (source: string, port: string, target: string) => ({ id: `${source}-${port}`, source, port, target });
const token = (at: string, state: "asking" | "stuck") => ({ id: at + state, node: at, state, code: "", since: "" });
const entry = (at: string) => ({ id: at, at: "", node: at, kind: "passed", by: null, text: "", details: {}, signature: null, files: [], files_gone: 0 });

const item = (person: string, state: "open" | "done" | "void") => ({
  id: person, node: "a", kind: "approval", person, stands_for: "", how: "", state, decision: "", at: "", due_at: null, decided_at: null,
});

it("draws from names and ways alone, with the ports that are used", () => {
  const nodes = [node("s", "start"), node("c", "condition"), node("w", "wait"), node("e", "end")];
  const drawn = drawnOf({ nodes, edges: [way("s", "next", "c"), way("c", "big", "w"), way("c", "else", "e"), way("w", "timeout", "e")] });
  expect(drawn.nodes.map(ports)).toEqual([["next"], ["big", "else"], ["next", "timeout"], []]);
});

it("says where it is, where it has been and where it stands still", () => {
  const told = { entries: [entry("s"), entry("a"), entry("b"), entry("")], tokens: [token("a", "asking"), token("b", "stuck"), token("b", "asking")] };
  expect(statesOf(told)).toEqual({ s: "done", a: "now", b: "stuck" });
});

it("names who is asked, and not those whose turn fell away", () => {
  const asked = askedAt({ items: [item("Ann", "open"), item("Ben", "done"), item("Cai", "void")] });
  expect(asked.get("a")).toEqual([{ person: "Ann", open: true, decision: "" }, { person: "Ben", open: false, decision: "" }]);
});
