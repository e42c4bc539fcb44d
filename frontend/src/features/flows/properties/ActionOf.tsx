import { ActionsEditor } from "@/features/rules/editor/ActionsEditor";
import { useDesigner } from "../designer/useDesigner";
import { useFlowTexts } from "../texts";
import { Member } from "./Member";
import type { StepProps } from "./NodeProperties";

/** What the flow does by itself: the same as rules do. */
export function ActionOf({ node, onChange }: StepProps<"action">) {
  const t = useFlowTexts();
  const { store, telling, problems } = useDesigner();
  return (
    <Member title={t("action.title")} note={t("action.note")}>
      <ActionsEditor store={store} told={telling.told} problems={problems.filter((one) => one.node === node.id)} actions={node.actions} onChange={(actions) => onChange({ ...node, actions })} />
    </Member>
  );
}
