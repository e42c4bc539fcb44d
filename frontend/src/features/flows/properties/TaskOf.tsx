import { useFlowTexts } from "../texts";
import { AskingParts } from "./AskingParts";
import { Choice } from "./Choice";
import { MayOf } from "./MayOf";
import { Member } from "./Member";
import type { StepProps } from "./NodeProperties";
import { WhoEditor } from "./WhoEditor";

const modes = ["any", "all"] as const;
const may = ["transfer", "delegate", "return"] as const;
const late = ["remind", "escalate", "skip"] as const;

/** Who does it, and what they fill in. */
export function TaskOf({ node, onChange }: StepProps<"task">) {
  const t = useFlowTexts();
  return (
    <>
      <Member title={t("who.doers")}>
        <WhoEditor value={node.who} onChange={(who) => onChange({ ...node, who })} />
      </Member>
      <Choice name={t("mode.taskTitle")} value={node.mode} options={modes} label={(one) => t(`taskMode.${one}`)} onChange={(mode) => onChange({ ...node, mode })} />
      <AskingParts node={node} allowed={late} onChange={onChange} />
      <MayOf offered={may} value={node.may} onChange={(chosen) => onChange({ ...node, may: chosen })} />
    </>
  );
}
