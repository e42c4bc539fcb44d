import { nodeOf } from "../drawn/edits";
import { faceOf, isAsking } from "../drawn/nodes";
import type { Definition, FlowNode } from "../drawn/nodes";
import { stepText } from "./steps";
import { nameOf, portName } from "./telling";
import type { Telling } from "./telling";
import { deadlinesText } from "./who";

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
/** Where a node is drawn says nothing, and its name is told of apart. */
const still = new Set(["x", "y", "id", "name", "kind"]);

/** What of one drawing is not as in the other, a sentence each. */
export function differencesOf(before: Definition, after: Definition, telling: Telling): string[] {
  const { t } = telling;
  const gone = before.nodes.filter(({ id }) => !nodeOf(after, id)).map((node) => t("diff.removed", { name: nameOf(node, t), kind: t(`kind.${faceOf(node)}`) }));
  const made = after.nodes.filter(({ id }) => !nodeOf(before, id)).map((node) => t("diff.added", { name: nameOf(node, t), text: stepText(node, telling) }));
  const changed = after.nodes.flatMap((node) => {
    const old = nodeOf(before, node.id);
    return old ? ofNode(old, node, telling) : [];
  });
  return [...made, ...gone, ...changed, ...ofWays(before, after, telling)];
}

function ofNode(old: FlowNode, node: FlowNode, telling: Telling): string[] {
  const { t } = telling;
  const name = nameOf(node, t);
  const found = old.name === node.name ? [] : [t("diff.renamed", { before: nameOf(old, t), after: name })];
  const members = Object.keys(node).filter((key) => !still.has(key) && !same(old[key as "id"], node[key as "id"]));
  if (members.length === 0) return found;
  const [was, is] = [stepText(old, telling), stepText(node, telling)];
  if (was !== is) found.push(t("diff.text", { name, before: was, after: is }));
  if (isAsking(old) && isAsking(node) && !same(old.deadlines, node.deadlines)) {
    const none = t("diff.noDeadline");
    found.push(t("diff.deadlines", { name, before: deadlinesText(old, telling) || none, after: deadlinesText(node, telling) || none }));
  }
  // What the texts above don't tell is named at least.
  const untold = members.filter((key) => key !== "deadlines" && (was === is || !inText.has(key)));
  if (untold.length > 0) found.push(t("diff.members", { name, members: untold.map((key) => t(`member.${key as "who"}`)).join(t("comma")) }));
  return found;
}

const inText = new Set(["who", "otherwise", "done_when", "mode", "percent", "trigger", "condition", "until", "actions", "need", "flow", "each", "outcome", "all"]);

const leads = ({ edges }: Definition) => new Set(edges.map(({ source, port, target }) => JSON.stringify([source, port, target])));

function ofWays(before: Definition, after: Definition, telling: Telling): string[] {
  const { t } = telling;
  const [old, now] = [leads(before), leads(after)];
  const tell = (key: string, there: Definition, kind: "wayGone" | "wayNew") => {
    const [source = "", port = "", target = ""] = JSON.parse(key) as string[];
    const node = nodeOf(there, source);
    return t(`diff.${kind}`, { from: nameOf(node, t), port: node ? portName(node, port, t) : port, to: nameOf(nodeOf(there, target), t) });
  };
  return [
    ...[...now].filter((key) => !old.has(key)).map((key) => tell(key, after, "wayNew")),
    ...[...old].filter((key) => !now.has(key)).map((key) => tell(key, before, "wayGone")),
  ];
}
