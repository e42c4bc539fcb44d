import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { ConditionLine } from "@/features/rules/editor/ConditionPart";
import { withAt } from "@/features/rules/definition";
import styles from "../designer/designer.module.css";
import { useDesigner } from "../designer/useDesigner";
import { newBranch } from "../drawn/nodes";
import { conditionOf, keptOf } from "../drawn/sent";
import { useFlowTexts } from "../texts";
import { Member } from "./Member";
import type { StepProps } from "./NodeProperties";

const most = 20;

/** The branches in the order in which they are tried; the last, "else", is always there. */
export function BranchesOf({ node, offered, onChange }: StepProps<"condition">) {
  const t = useFlowTexts();
  const { telling } = useDesigner();
  const { branches } = node;
  const put = (next: typeof branches, merged = "") => onChange({ ...node, branches: next }, merged);
  function swap(at: number, by: number): void {
    const [one, other] = [branches[at], branches[at + by]];
    if (one && other) put(branches.with(at, other).with(at + by, one));
  }
  return (
    <Member title={t("branch.title")} note={t("branch.note")}>
      <div className={styles.parts}>
        {branches.map((branch, at) => {
          const name = branch.name || t("port.branch", { number: at + 1 });
          return (
            <div key={branch.id} className={styles.one}>
              <div className={styles.oneHead}>
                <Input
                  aria-label={t("branch.name", { number: at + 1 })}
                  placeholder={t("port.branch", { number: at + 1 })}
                  maxLength={60}
                  value={branch.name}
                  onChange={({ target }) => put(withAt(branches, at, { ...branch, name: target.value }), `branch ${branch.id}`)}
                />
                <Button type="text" size="small" icon={<ArrowUpOutlined />} aria-label={t("branch.up", { name })} disabled={at === 0} onClick={() => swap(at, -1)} />
                <Button type="text" size="small" icon={<ArrowDownOutlined />} aria-label={t("branch.down", { name })} disabled={at === branches.length - 1} onClick={() => swap(at, 1)} />
                <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t("branch.remove", { name })} onClick={() => put(withAt(branches, at, null))} />
              </div>
              <ConditionLine
                sentence={telling.told.sentence}
                offered={offered}
                value={conditionOf(branch.condition)}
                none={t("branch.noCondition")}
                onChange={(condition) => put(withAt(branches, at, { ...branch, condition: keptOf(condition) }))}
              />
            </div>
          );
        })}
        {branches.length < most && (
          <Button icon={<PlusOutlined />} onClick={() => put([...branches, newBranch("")])}>
            {t("branch.add")}
          </Button>
        )}
      </div>
    </Member>
  );
}
