import { ExclamationCircleFilled, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { insertable } from "../diagram/AddStep";
import { looks } from "../diagram/kinds";
import { isFork, nodeOf, waysOf } from "../drawn/edits";
import { faceOf, faces, isSpare, ports } from "../drawn/nodes";
import type { Face, FlowNode } from "../drawn/nodes";
import { inOrder } from "../drawn/order";
import { nameOf } from "../said/telling";
import { useFlowTexts } from "../texts";
import styles from "./designer.module.css";
import steps from "./steps.module.css";
import { useDesigner } from "./useDesigner";

/** The flow to read from top to bottom: each step, and where it leads. */
export function StepList() {
  const t = useFlowTexts();
  const { definition, insert } = useDesigner();
  const offered = definition.nodes.some(({ kind }) => kind === "start") ? insertable : faces;
  return (
    <>
      <ol className={steps.steps} aria-label={t("view.steps")}>
        {inOrder(definition).map((node) => (
          <StepLine key={node.id} node={node} />
        ))}
      </ol>
      <Dropdown trigger={["click"]} menu={{ items: offered.map((kind) => ({ key: kind, label: t(`kind.${kind}`) })), onClick: ({ key }) => insert(key as Face) }}>
        <Button icon={<PlusOutlined />}>{t("add.step")}</Button>
      </Dropdown>
    </>
  );
}

function StepLine({ node }: { node: FlowNode }) {
  const t = useFlowTexts();
  const { definition, problems, saying, chosen, choose, insert } = useDesigner();
  const { Icon, tone } = looks[faceOf(node)];
  const bad = problems.filter((one) => one.node === node.id).length;
  const items = insertable.map((kind) => ({ key: kind, label: t(`kind.${kind}`) }));
  const open = ports(node);
  return (
    <li className={steps.stepLine} data-chosen={chosen.includes(node.id)}>
      <button type="button" className={steps.step} onClick={() => choose([node.id])}>
        <span className={styles.kindIcon} data-tone={tone} aria-hidden>
          <Icon />
        </span>
        <span className={steps.stepWords}>
          <b>{nameOf(node, t)}</b>
          <span className={styles.soft}>{saying.text(node)}</span>
          {bad > 0 && (
            <span className={styles.trouble}>
              <ExclamationCircleFilled aria-hidden /> {t("problems.count", { count: bad })}
            </span>
          )}
        </span>
      </button>
      {open.map((port) => {
        const ways = waysOf(definition, node.id, port);
        const targets = ways.map(({ target }) => nameOf(nodeOf(definition, target), t)).join(t("comma"));
        return (
          <div key={port} className={steps.lead}>
            <span className={ways.length > 0 || isSpare(node, port) ? styles.soft : styles.trouble}>
              {t("leads", { port: open.length > 1 || isFork(node) ? saying.port(node, port) : t("then"), target: targets || t("nowhere") })}
            </span>
            <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => insert(key as Face, { source: node.id, port }) }}>
              <Button type="text" size="small" icon={<PlusOutlined />} aria-label={t("add.behind", { name: nameOf(node, t), port: saying.port(node, port) })} />
            </Dropdown>
          </div>
        );
      })}
    </li>
  );
}
