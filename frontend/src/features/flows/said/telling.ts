import { labelIn } from "@/i18n/labelIn";
import type { Told } from "@/features/rules/sentence";
import { faceOf } from "../drawn/nodes";
import type { FlowNode } from "../drawn/nodes";
import type { useFlowTexts } from "../texts";

/** What steps are told of with: names by id or key. */
export type Telling = {
  told: Told;
  people: ReadonlyMap<string, string>;
  roles: ReadonlyMap<string, string>;
  flows: ReadonlyMap<string, string>;
  forms: ReadonlyMap<string, string>;
  t: ReturnType<typeof useFlowTexts>;
};

export const languageOf = ({ told }: Telling) => told.sentence.words.language;

export function fieldLabel(name: string, telling: Telling): string {
  const field = telling.told.entity.fields.find((one) => one.name === name);
  return field ? labelIn(field.label, languageOf(telling)) : name;
}

export function entityLabel(name: string, telling: Telling): string {
  const entity = telling.told.entities.find((one) => one.name === name);
  return entity ? labelIn(entity.label, languageOf(telling)) : name;
}

/** What a step is called; by its kind while it has no name. */
export function nameOf(node: FlowNode | undefined, t: Telling["t"]): string {
  if (!node) return t("lost");
  return node.name.trim() || t(`kind.${faceOf(node)}`);
}

export function portName(node: FlowNode, port: string, t: Telling["t"]): string {
  if (node.kind === "condition" && port !== "else") {
    const at = node.branches.findIndex(({ id }) => id === port);
    return node.branches[at]?.name.trim() || t("port.branch", { number: at + 1 });
  }
  if (node.kind === "subflow" && port === "next") return t("port.done");
  return t(`port.${port as "next"}`);
}
