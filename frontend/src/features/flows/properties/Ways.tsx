import { CloseOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import styles from "../designer/designer.module.css";
import { useDesigner } from "../designer/useDesigner";
import { connect, disconnect, isFork, nodeOf, waysOf } from "../drawn/edits";
import { faces, isSpare, ports } from "../drawn/nodes";
import type { Face, FlowNode } from "../drawn/nodes";
import { inOrder } from "../drawn/order";
import { nameOf } from "../said/telling";
import { useFlowTexts } from "../texts";
import { Member } from "./Member";

const fresh = "new ";

/** Where each port of a step leads: to a step that there is, or to a new one. */
export function Ways({ node }: { node: FlowNode }) {
  const t = useFlowTexts();
  const { definition, change, insert, saying } = useDesigner();
  const targets = inOrder(definition).filter((one) => one.kind !== "start" && one.id !== node.id);
  const open = ports(node);
  function lead(port: string, chosen: string): void {
    if (chosen.startsWith(fresh)) insert(chosen.slice(fresh.length) as Face, { source: node.id, port });
    else change(connect(definition, { source: node.id, port }, chosen));
  }
  return (
    <Member title={t("ways.title")}>
      {open.map((port) => {
        const ways = waysOf(definition, node.id, port);
        const name = open.length > 1 ? saying.port(node, port) : t("then");
        const options = [
          { label: t("ways.there"), options: targets.map((one) => ({ value: one.id, label: nameOf(one, t) })) },
          { label: t("ways.new"), options: faces.filter((face) => face !== "start").map((face) => ({ value: `${fresh}${face}`, label: t(`kind.${face}`) })) },
        ];
        const placeholder = t(isSpare(node, port) ? "ways.nowhere" : "ways.choose");
        if (isFork(node))
          return (
            <div key={port} className={styles.parts}>
              {ways.map(({ id, target }) => (
                <div key={id} className={styles.oneHead}>
                  <span>{nameOf(nodeOf(definition, target), t)}</span>
                  <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t("ways.remove", { name: nameOf(nodeOf(definition, target), t) })} onClick={() => change(disconnect(definition, [id]))} />
                </div>
              ))}
              <Select aria-label={t("ways.add")} placeholder={t("ways.add")} showSearch={{ optionFilterProp: "label" }} value={null} options={options} onChange={(chosen: string) => lead(port, chosen)} />
            </div>
          );
        return (
          <div key={port} className={styles.way}>
            <span>{name}</span>
            <Select
              aria-label={t("ways.of", { port: name })}
              placeholder={placeholder}
              allowClear
              showSearch={{ optionFilterProp: "label" }}
              value={ways[0]?.target ?? null}
              options={options}
              onChange={(chosen: string | undefined) => (chosen === undefined ? change(disconnect(definition, ways.map(({ id }) => id))) : lead(port, chosen))}
            />
          </div>
        );
      })}
    </Member>
  );
}
