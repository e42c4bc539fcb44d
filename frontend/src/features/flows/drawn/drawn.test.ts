import { describe, expect, it } from "vitest";
import { change, connect, copy, disconnect, mayLead, place, put, putBehind, remove } from "./edits";
import { overlap, placesOf } from "./layout";
import { blankUntil, kinds, newNode, ports } from "./nodes";
import type { Definition, FlowNode, Kind, NodeOf, Of, Until } from "./nodes";
import { inOrder } from "./order";

const made = <One extends Kind>(kind: One, id: string) => ({ ...newNode(kind, id, "1"), id }) as NodeOf<One>;
const way = (source: string, port: string, target: string) => ({ id: `${source}-${port}-${target}`, source, port, target });
const leads = ({ edges }: Definition) => edges.map(({ source, port, target }) => `${source} ${port} ${target}`).toSorted();
const flow: Definition = {
  nodes: [made("start", "s"), made("approval", "a"), made("end", "yes"), made("end", "no")],
  edges: [way("s", "next", "a"), way("a", "approved", "yes"), way("a", "rejected", "no")],
};

describe("drawing a flow", () => {
  it("puts a step between two, whose first port leads on", () => {
    const next = putBehind(flow, made("approval", "b"), { source: "a", port: "approved" });
    expect(leads(next)).toEqual(["a approved b", "a rejected no", "b approved yes", "s next a"]);
  });

  it("lets an end take the way's place", () => {
    const next = putBehind(flow, made("end", "x"), { source: "a", port: "approved" });
    expect(leads(next)).toEqual(["a approved x", "a rejected no", "s next a"]);
  });

  it("heals the way over a step that is taken out", () => {
    expect(leads(remove(flow, ["a"]))).toEqual(["s next yes"]);
    expect(leads(remove(flow, ["yes"]))).toEqual(["a rejected no", "s next a"]);
    expect(leads(remove(flow, ["a", "yes"]))).toEqual([]);
  });

  it("turns a port to another step, and never to a start or to itself", () => {
    expect(leads(connect(flow, { source: "a", port: "rejected" }, "yes"))).toEqual(["a approved yes", "a rejected yes", "s next a"]);
    for (const target of ["s", "a", "nobody"]) expect(mayLead(flow, { source: "a", port: "approved" }, target)).toBe(false);
    expect(mayLead(flow, { source: "a", port: "next" }, "yes")).toBe(false);
  });

  it("draws several ways out of a fork only", () => {
    const forked = put(flow, made("parallel", "p"));
    const both = connect(connect(forked, { source: "p", port: "next" }, "yes"), { source: "p", port: "next" }, "no");
    expect(leads(both)).toEqual([...leads(flow), "p next no", "p next yes"].toSorted());
    expect(leads(connect(flow, { source: "s", port: "next" }, "no"))).not.toContain("s next a");
  });

  it("takes the ways of ports that are gone", () => {
    const branching = made("condition", "c");
    const [first] = ports(branching);
    const drawn = connect(put(flow, branching), { source: "c", port: first ?? "" }, "yes");
    expect(leads(change(drawn, { ...branching, branches: [] }))).toEqual(leads(flow));
    expect(leads(change(drawn, { ...branching, name: "other" }))).toEqual(leads(drawn));
  });

  it("copies steps with the ways between them", () => {
    const { definition, ids } = copy(flow, ["a", "yes"], (name) => `${name}!`);
    expect(definition.nodes.slice(4).map(({ name }) => name)).toEqual(["a!", "yes!"]);
    expect(definition.edges).toHaveLength(4);
    expect(definition.edges[3]).toMatchObject({ source: ids[0], port: "approved", target: ids[1] });
  });

  it("takes ways out by their ids", () => expect(leads(disconnect(flow, ["a-approved-yes"]))).toEqual(["a rejected no", "s next a"]));
});

describe("where steps stand", () => {
  it("stands no two over each other, every kind among them", () => {
    const nodes = kinds.map((kind) => made(kind, kind)) as FlowNode[];
    const edges = nodes.slice(1).map((node, at) => way(nodes[at]?.id ?? "", "next", node.id));
    const drawn = { nodes, edges: [...edges, way("task", "next", "approval")] };
    expect(overlap(drawn)).toBe(true);
    expect(overlap(place(drawn, placesOf(drawn)))).toBe(false);
  });

  it("goes down from the start", () => {
    const places = placesOf(flow);
    const high = ["s", "a", "yes"].map((id) => places.get(id)?.y ?? 0);
    expect(high).toEqual(high.toSorted((one, other) => one - other));
  });

  it("reads from the start to the ends, and what is lost last", () => {
    const lost = put({ ...flow, nodes: flow.nodes.toReversed() }, made("task", "lost"));
    expect(inOrder(lost).map(({ id }) => id)).toEqual(["s", "a", "yes", "no", "lost"]);
  });

  it("waits too long only where there is a most", () => {
    const wait = made("wait", "w");
    const record: Of<Until, "record"> = { ...blankUntil.record, after: 3 };
    expect(ports({ ...wait, until: record })).toEqual(["next", "timeout"]);
    expect(ports({ ...wait, until: { ...record, after: 0 } })).toEqual(["next"]);
  });
});
