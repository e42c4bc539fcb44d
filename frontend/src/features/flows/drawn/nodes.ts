import type { Edge as KeptEdge, FlowDefinition } from "@/api/types.gen";
import { newAction } from "@/features/rules/definition";
import type { Action } from "@/features/rules/definition";

/** What the server leaves out of nothing that it sends. */
type Whole<Kept> = Kept extends unknown[]
  ? { [At in keyof Kept]: Whole<Kept[At]> }
  : Kept extends object
    ? { [Key in keyof Kept]-?: Whole<Kept[Key]> }
    : Kept;
type Sent = Whole<NonNullable<FlowDefinition["nodes"]>[number]>;

/** The kinds of step as the server names them. Actions are those of rules. */
export type FlowNode = Exclude<Sent, { kind: "action" }> | (Omit<Extract<Sent, { kind: "action" }>, "actions"> & { actions: Action[] });
export type Kind = FlowNode["kind"];
export type NodeOf<One extends Kind> = Extract<FlowNode, { kind: One }>;
/** Those that ask somebody. */
export type Asking = NodeOf<"task" | "approval">;
export type Who = NodeOf<"approval">["who"][number];
export type Deadline = NodeOf<"approval">["deadlines"][number];
export type StepField = NodeOf<"approval">["fields"][number];
export type Branch = NodeOf<"condition">["branches"][number];
export type Until = NodeOf<"wait">["until"];
export type Start = NodeOf<"start">["trigger"];
export type Unit = Deadline["unit"];
/** A way from a port of a node to another node. */
export type Way = Whole<KeptEdge>;
export type Definition = { nodes: FlowNode[]; edges: Way[] };
/** The one of a union that is of this kind. */
export type Of<Union extends { kind: string }, One extends Union["kind"]> = Extract<Union, { kind: One }>;

type Own<One> = One extends unknown ? Omit<One, "id" | "name" | "x" | "y"> : never;
type OwnOf<One extends Kind> = Own<NodeOf<One>>;

const blank = {
  start: { kind: "start", trigger: { kind: "button", roles: [] }, condition: {} },
  approval: {
    kind: "approval", who: [], otherwise: [], text: "", form: null, fields: [], deadlines: [], mode: "any", percent: 50, may: ["transfer", "return"],
    comment: "rejecting", signature: false, own: false,
  },
  task: { kind: "task", who: [], otherwise: [], text: "", form: null, fields: [], deadlines: [], mode: "any", done_when: {}, may: ["transfer"] },
  copy: { kind: "copy", who: [] },
  condition: { kind: "condition", branches: [] },
  parallel: { kind: "parallel" },
  join: { kind: "join", need: 0 },
  wait: { kind: "wait", until: { kind: "time", after: 1, unit: "days", working: false } },
  action: { kind: "action", actions: [] },
  subflow: { kind: "subflow", flow: null, each: "", via: "", condition: {} },
  end: { kind: "end", outcome: "done", all: false },
} satisfies { [One in Kind]: OwnOf<One> };

/** In the order in which they are offered. */
export const kinds = Object.keys(blank) as Kind[];

export const blankWho = {
  persons: { kind: "persons", people: [] },
  roles: { kind: "roles", roles: [] },
  field: { kind: "field", field: "owner" },
  manager: { kind: "manager", of: "starter", field: "" },
  starter: { kind: "starter" },
  formula: { kind: "formula", formula: "" },
} satisfies { [One in Who["kind"]]: Of<Who, One> };

export const blankUntil = {
  time: { kind: "time", after: 1, unit: "days", working: false },
  date: { kind: "date", field: "", days: 0, side: "before", at: "09:00" },
  record: { kind: "record", fields: [], condition: {}, after: 0, unit: "days", working: false, not_before: "" },
} satisfies { [One in Until["kind"]]: Of<Until, One> };

// The server calls it "then", and nothing waits for a deadline.
// oxlint-disable-next-line unicorn/no-thenable
export const blankDeadline: Deadline = { after: 24, unit: "hours", working: false, then: "remind", to: [] };

export function freeId(letter: string): string {
  return `${letter}${crypto.randomUUID().slice(0, 8)}`;
}

export function newBranch(name: string): Branch {
  return { id: freeId("b"), name, condition: {} };
}

/** An action that is a step of its own: one that does this and nothing else. */
const single = ["message", "webhook"] as const;
/** What is offered, and what a step is shown as. */
export type Face = Kind | (typeof single)[number];
const isSingle = (face: string | undefined): face is (typeof single)[number] => single.some((one) => one === face);

export const faces: Face[] = kinds.flatMap((kind): Face[] => (kind === "action" ? [kind, ...single] : [kind]));

export function faceOf(node: FlowNode): Face {
  if (node.kind !== "action" || node.actions.length !== 1) return node.kind;
  const [only] = node.actions;
  return isSingle(only?.kind) ? only.kind : node.kind;
}

/** `branch`: what the first branch of a condition is called. */
export function newNode(face: Face, name: string, branch: string): FlowNode {
  const kind = isSingle(face) ? "action" : face;
  const node = { ...blank[kind], id: freeId("n"), name, x: 0, y: 0 } as FlowNode;
  if (node.kind === "action" && isSingle(face)) return { ...node, actions: [newAction(face)] };
  return node.kind === "condition" ? { ...node, branches: [newBranch(branch)] } : node;
}

const portsOf = {
  start: () => ["next"],
  approval: () => ["approved", "rejected"],
  task: () => ["next"],
  copy: () => ["next"],
  condition: ({ branches }) => [...branches.map(({ id }) => id), "else"],
  parallel: () => ["next"],
  join: () => ["next"],
  wait: ({ until }) => (until.kind === "record" && until.after > 0 ? ["next", "timeout"] : ["next"]),
  action: () => ["next", "failed"],
  subflow: () => ["next", "rejected"],
  end: () => [],
} satisfies { [One in Kind]: (node: NodeOf<One>) => string[] };

/** Each leads on, as the server's own `ports`. */
export function ports(node: FlowNode): string[] {
  return (portsOf[node.kind] as (node: FlowNode) => string[])(node);
}

/** Those that need not lead anywhere. */
export function isSpare(node: FlowNode, port: string): boolean {
  return (node.kind === "action" && port === "failed") || (node.kind === "subflow" && port === "rejected");
}

export const isAsking = (node: FlowNode | undefined): node is Asking => node?.kind === "task" || node?.kind === "approval";
