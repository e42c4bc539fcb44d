import { nodeOf, waysOf } from "../drawn/edits";
import { isAsking, ports } from "../drawn/nodes";
import type { Definition, FlowNode } from "../drawn/nodes";
import { conditionText, stepText } from "./steps";
import { nameOf, portName } from "./telling";
import type { Telling } from "./telling";
import { deadlinesText } from "./who";

type Begin = { node: FlowNode; port: string; target: string };

/**
 * The whole flow in words, a sentence for the way that is gone when all goes well and one for every other way:
 * "由任何看得到记录的人发起，然后由店长审批（“店长审批”），最后流程结束。“店长审批”不通过时，流程结束。"
 */
export function flowText(definition: Definition, telling: Telling): string[] {
  const { t } = telling;
  const told = new Set<string>();
  const waiting: Begin[] = [];

  function stepOf(node: FlowNode): string {
    const late = isAsking(node) ? deadlinesText(node, telling) : "";
    const text = stepText(node, telling);
    if (node.kind === "start" || node.kind === "end") return text;
    return t(late ? "flow.stepLate" : "flow.step", { text, name: nameOf(node, t), late });
  }
  /** Steps from here on, as far as they were not told of. */
  function chain(first: string): string[] {
    const said: string[] = [];
    let at: string | undefined = first;
    while (at !== undefined) {
      const node = nodeOf(definition, at);
      if (!node) break;
      if (told.has(at) && node.kind !== "end") return [...said, t("flow.again", { name: nameOf(node, t) })];
      told.add(at);
      said.push(stepOf(node));
      const ways = ports(node).flatMap((port) => waysOf(definition, node.id, port));
      const straight: typeof ways = node.kind === "condition" || node.kind === "parallel" ? [] : ways.slice(0, 1);
      waiting.push(...ways.slice(straight.length).map(({ port, target }) => ({ node, port, target })));
      at = straight[0]?.target;
    }
    return said;
  }
  const tellChain = (first: string) => chain(first).join(t("flow.then"));
  const sentences = definition.nodes.filter(({ kind }) => kind === "start").map((node) => t("flow.whole", { steps: tellChain(node.id) }));
  for (let one = waiting.shift(); one; one = waiting.shift()) {
    const steps = tellChain(one.target);
    sentences.push(t("flow.whole", { steps: t("flow.side", { when: whenText(one, telling), steps }) }));
  }
  return sentences;
}

/** "如果 金额 大于 5,000" or "“店长审批”不通过时". */
function whenText({ node, port }: Begin, telling: Telling): string {
  const { t } = telling;
  const name = nameOf(node, t);
  if (node.kind === "parallel") return t("flow.beside", { name });
  if (node.kind !== "condition") return t("flow.when", { name, port: portName(node, port, t) });
  const branch = node.branches.find(({ id }) => id === port);
  const condition = branch && conditionText(branch.condition, telling);
  return condition ? t("flow.if", { name, condition }) : t("flow.branch", { name, port: portName(node, port, t) });
}
