import { Checkbox, InputNumber } from "antd";
import styles from "../designer/designer.module.css";
import { useDesigner } from "../designer/useDesigner";
import { useFlowTexts } from "../texts";
import { Choice } from "./Choice";
import { Member } from "./Member";
import type { StepProps } from "./NodeProperties";
import { WhoEditor } from "./WhoEditor";

export function CopyOf({ node, onChange }: StepProps<"copy">) {
  const t = useFlowTexts();
  return (
    <Member title={t("who.told")}>
      <WhoEditor value={node.who} onChange={(who) => onChange({ ...node, who })} />
    </Member>
  );
}

/** All that is said of it is where its ways lead. */
export function ParallelOf(_: StepProps<"parallel">) {
  return null;
}

export function JoinOf({ node, onChange }: StepProps<"join">) {
  const t = useFlowTexts();
  const { definition } = useDesigner();
  const coming = definition.edges.filter(({ target }) => target === node.id).length;
  return (
    <Member title={t("join.need")} note={t("join.note", { count: coming })}>
      <div className={styles.checks}>
        <Checkbox checked={node.need === 0} onChange={({ target }) => onChange({ ...node, need: target.checked ? 0 : 1 })}>
          {t("join.every")}
        </Checkbox>
        {node.need > 0 && (
          <InputNumber<number>
            className={styles.number ?? ""}
            aria-label={t("join.need")}
            min={1}
            max={50}
            precision={0}
            value={node.need}
            onChange={(need) => onChange({ ...node, need: need ?? 1 })}
          />
        )}
      </div>
    </Member>
  );
}

const outcomes = ["done", "approved", "rejected"] as const;

export function EndOf({ node, onChange }: StepProps<"end">) {
  const t = useFlowTexts();
  return (
    <>
      <Choice name={t("outcome.title")} value={node.outcome} options={outcomes} label={(one) => t(`outcome.${one}`)} onChange={(outcome) => onChange({ ...node, outcome })} />
      <Checkbox checked={node.all} onChange={({ target }) => onChange({ ...node, all: target.checked })}>
        {t("endAll")}
      </Checkbox>
    </>
  );
}
