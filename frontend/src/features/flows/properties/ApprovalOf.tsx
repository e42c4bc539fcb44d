import { Checkbox, InputNumber } from "antd";
import styles from "../designer/designer.module.css";
import { useFlowTexts } from "../texts";
import { AskingParts } from "./AskingParts";
import { Choice } from "./Choice";
import { MayOf } from "./MayOf";
import { Member } from "./Member";
import type { StepProps } from "./NodeProperties";
import { Otherwise } from "./Otherwise";
import { WhoEditor } from "./WhoEditor";

const modes = ["any", "all", "vote", "order"] as const;
const may = ["transfer", "delegate", "add", "return"] as const;
const comments = ["optional", "rejecting", "required"] as const;
const late = ["remind", "escalate", "approve", "reject"] as const;

/** Who approves, how many of them must, and what else they may do. */
export function ApprovalOf({ node, onChange }: StepProps<"approval">) {
  const t = useFlowTexts();
  return (
    <>
      <Member title={t("who.approvers")}>
        <WhoEditor value={node.who} onChange={(who) => onChange({ ...node, who })} />
      </Member>
      <Otherwise value={node.otherwise} onChange={(otherwise) => onChange({ ...node, otherwise })} />
      <Choice name={t("mode.title")} value={node.mode} options={modes} label={(one) => t(`mode.${one}`)} onChange={(mode) => onChange({ ...node, mode })} />
      {node.mode === "vote" && (
        <Member title={t("mode.percent")}>
          <InputNumber<number>
            className={styles.number ?? ""}
            aria-label={t("mode.percent")}
            min={1}
            max={100}
            precision={0}
            suffix="%"
            value={node.percent}
            onChange={(percent) => onChange({ ...node, percent: percent ?? 50 })}
          />
        </Member>
      )}
      <AskingParts node={node} allowed={late} onChange={onChange} />
      <MayOf offered={may} value={node.may} onChange={(chosen) => onChange({ ...node, may: chosen })} />
      <Choice name={t("remark.title")} value={node.comment} options={comments} label={(one) => t(`remark.${one}`)} onChange={(comment) => onChange({ ...node, comment })} />
      <div className={styles.checks}>
        <Checkbox checked={node.signature} onChange={({ target }) => onChange({ ...node, signature: target.checked })}>
          {t("signature")}
        </Checkbox>
        <Checkbox checked={node.own} onChange={({ target }) => onChange({ ...node, own: target.checked })}>
          {t("own")}
        </Checkbox>
      </div>
    </>
  );
}
