import { CopyOutlined, DeleteOutlined } from "@ant-design/icons";
import { Alert, Button, Input } from "antd";
import { useId } from "react";
import type { ReactNode } from "react";
import type { Offered } from "@/features/records/offered";
import styles from "../designer/designer.module.css";
import { useDesigner } from "../designer/useDesigner";
import { looks } from "../diagram/kinds";
import { faceOf, ports } from "../drawn/nodes";
import type { FlowNode, Kind, NodeOf } from "../drawn/nodes";
import { problemText } from "../said/problems";
import { useFlowTexts } from "../texts";
import { ActionOf } from "./ActionOf";
import { ApprovalOf } from "./ApprovalOf";
import { BranchesOf } from "./BranchesOf";
import { CopyOf, EndOf, JoinOf, ParallelOf } from "./PlainOf";
import { StartOf } from "./StartOf";
import { SubflowOf } from "./SubflowOf";
import { TaskOf } from "./TaskOf";
import { WaitOf } from "./WaitOf";
import { Ways } from "./Ways";

/** What the editor of a kind of step is given. `onChange`: changes of one `merged` kind are undone together. */
export type StepProps<One extends Kind> = { node: NodeOf<One>; offered: Offered; onChange: (node: NodeOf<One>, merged?: string) => void };

const editors = {
  start: StartOf,
  approval: ApprovalOf,
  task: TaskOf,
  copy: CopyOf,
  condition: BranchesOf,
  parallel: ParallelOf,
  join: JoinOf,
  wait: WaitOf,
  action: ActionOf,
  subflow: SubflowOf,
  end: EndOf,
} satisfies { [One in Kind]: (props: StepProps<One>) => ReactNode };

/** All that is said of the step that is chosen. */
export function NodeProperties({ node, offered }: { node: FlowNode; offered: Offered }) {
  const t = useFlowTexts();
  const id = useId();
  const { changeNode, remove, copy, problems, definition, telling } = useDesigner();
  const face = faceOf(node);
  const { Icon, tone } = looks[face];
  const Editor = editors[node.kind] as (props: { node: FlowNode; offered: Offered; onChange: (node: FlowNode, merged?: string) => void }) => ReactNode;
  const own = problems.filter((one) => one.node === node.id);
  return (
    <section className={styles.properties} aria-label={t(`kind.${face}`)}>
      <h2 className={styles.kindHead}>
        <span className={styles.kindIcon} data-tone={tone} aria-hidden>
          <Icon />
        </span>
        {t(`kind.${face}`)}
      </h2>
      <p className={styles.soft}>{t(`about.${face}`)}</p>
      {own.map((one) => (
        <Alert key={JSON.stringify(one)} type="warning" showIcon title={problemText(one, definition, telling)} />
      ))}
      <div className={styles.member}>
        <label htmlFor={id}>{t("stepName")}</label>
        <Input
          id={id}
          value={node.name}
          maxLength={60}
          placeholder={t(`kind.${face}`)}
          onChange={({ target }) => changeNode({ ...node, name: target.value }, `name ${node.id}`)}
        />
      </div>
      <Editor node={node} offered={offered} onChange={changeNode} />
      {ports(node).length > 0 && <Ways node={node} />}
      <div className={styles.buttons}>
        {node.kind !== "start" && (
          <Button icon={<CopyOutlined />} onClick={() => copy([node.id])}>
            {t("copy")}
          </Button>
        )}
        <Button icon={<DeleteOutlined />} onClick={() => remove([node.id])}>
          {t("remove")}
        </Button>
      </div>
    </section>
  );
}
