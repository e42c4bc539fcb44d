import { CheckCircleFilled, ExclamationCircleFilled, LoadingOutlined, WarningFilled } from "@ant-design/icons";
import { Handle, Position } from "@xyflow/react";
import type { Node, NodeProps } from "@xyflow/react";
import { spotsOf } from "../drawn/layout";
import { faceOf, isSpare } from "../drawn/nodes";
import type { FlowNode } from "../drawn/nodes";
import { useFlowTexts } from "../texts";
import { AddStep } from "./AddStep";
import styles from "./diagram.module.css";
import { looks } from "./kinds";
import { useShown } from "./shown";
import type { NodeState } from "./shown";

export type StepNode = Node<{ node: FlowNode }, "step">;

const marks = { done: CheckCircleFilled, now: LoadingOutlined, stuck: WarningFilled } satisfies Record<NodeState, unknown>;

/** A step as it is drawn: what it is, what it does, and the ports that lead on. */
export function StepCard({ data: { node }, selected }: NodeProps<StepNode>) {
  const t = useFlowTexts();
  const { saying, states, problems, led, onInsert } = useShown();
  const { Icon, tone } = looks[faceOf(node)];
  const spots = spotsOf(node);
  const out = spots.filter(({ port }) => port !== null);
  const text = saying.text(node);
  const state = states[node.id];
  const Mark = state && marks[state];
  const bad = problems.get(node.id) ?? 0;
  return (
    <div className={styles.card} data-chosen={selected} data-state={state} data-bad={bad > 0}>
      {spots.map(({ port, x }) => (
        <Handle
          key={port ?? ""}
          className={styles.spot}
          type={port === null ? "target" : "source"}
          id={port ?? "in"}
          position={port === null ? Position.Top : Position.Bottom}
          style={{ left: x }}
          isConnectable={onInsert !== null}
        />
      ))}
      <span className={styles.icon} data-tone={tone} aria-hidden>
        <Icon />
      </span>
      <span className={styles.head}>
        <b className={styles.name} title={saying.name(node)}>
          {saying.name(node)}
        </b>
        {bad > 0 && (
          <span className={styles.bad} title={t("problems.count", { count: bad })}>
            <ExclamationCircleFilled aria-label={t("problems.count", { count: bad })} />
          </span>
        )}
        {state && Mark && (
          <span className={styles.state} data-state={state}>
            <Mark aria-hidden /> {t(`at.${state}`)}
          </span>
        )}
      </span>
      <span className={styles.text} title={text}>
        {text}
      </span>
      {out.length > 1 && (
        <span className={styles.ports}>
          {out.map(({ port }) => (
            <span key={port} className={styles.port} title={saying.port(node, port ?? "")}>
              {saying.port(node, port ?? "")}
            </span>
          ))}
        </span>
      )}
      {onInsert &&
        out.map(({ port, x }) =>
          port === null || led.has(`${node.id} ${port}`) ? null : (
            <AddStep key={port} gap={{ source: node.id, port }} style={{ left: x, top: "100%" }} open={!isSpare(node, port)} />
          ),
        )}
    </div>
  );
}
