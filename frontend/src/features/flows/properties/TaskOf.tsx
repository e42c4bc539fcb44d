import { ConditionLine } from "@/features/rules/editor/ConditionPart";
import { useDesigner } from "../designer/useDesigner";
import { conditionOf, keptOf } from "../drawn/sent";
import { useFlowTexts } from "../texts";
import { AskingParts } from "./AskingParts";
import { Choice } from "./Choice";
import { MayOf } from "./MayOf";
import { Member } from "./Member";
import type { StepProps } from "./NodeProperties";
import { Otherwise } from "./Otherwise";
import { WhoEditor } from "./WhoEditor";

const modes = ["any", "all"] as const;
const may = ["transfer", "delegate", "return"] as const;
const late = ["remind", "escalate", "skip"] as const;

/** Who does it, and what they fill in. */
export function TaskOf({ node, offered, onChange }: StepProps<"task">) {
  const t = useFlowTexts();
  const { telling } = useDesigner();
  return (
    <>
      <Member title={t("who.doers")}>
        <WhoEditor value={node.who} onChange={(who) => onChange({ ...node, who })} />
      </Member>
      <Otherwise value={node.otherwise} onChange={(otherwise) => onChange({ ...node, otherwise })} />
      <Choice name={t("mode.taskTitle")} value={node.mode} options={modes} label={(one) => t(`taskMode.${one}`)} onChange={(mode) => onChange({ ...node, mode })} />
      <Member title={t("task.done")} note={t("task.doneNote")}>
        <ConditionLine
          sentence={telling.told.sentence}
          offered={offered}
          value={conditionOf(node.done_when)}
          none={t("task.doneByHand")}
          onChange={(condition) => onChange({ ...node, done_when: keptOf(condition) })}
        />
      </Member>
      <AskingParts node={node} allowed={late} onChange={onChange} />
      <MayOf offered={may} value={node.may} onChange={(chosen) => onChange({ ...node, may: chosen })} />
    </>
  );
}
