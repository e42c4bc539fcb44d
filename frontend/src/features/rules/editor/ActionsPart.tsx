import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { actionKinds, newAction, withAt } from "../definition";
import type { Action, Definition } from "../definition";
import { useRuleTexts } from "../texts";
import { ActionOf } from "./ActionOf";
import styles from "./editor.module.css";
import { Part, Problems } from "./Part";
import type { PartProps } from "./Part";

type Props = PartProps & { definition: Definition; onChange: (definition: Definition) => void };

/** What is done, one after the other. */
export function ActionsPart({ store, told, problems, definition, onChange }: Props) {
  const t = useRuleTexts();
  const put = (actions: Action[]) => onChange({ ...definition, actions });
  return (
    <Part title={t("part.then")} problems={problems.filter(({ where }) => where === "actions")}>
      <ol className={styles.actions}>
        {definition.actions.map((action, at) => (
          // Actions have no names of their own: what they are is their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${at} ${action.kind}`} className={styles.action}>
            <div className={styles.row}>
              <b className={styles.grow}>{t(`action.${action.kind}`)}</b>
              <Button type="text" icon={<DeleteOutlined />} aria-label={t("action.remove", { number: at + 1 })} onClick={() => put(withAt(definition.actions, at, null))} />
            </div>
            <ActionOf store={store} told={told} value={action} onChange={(changed) => put(withAt(definition.actions, at, changed))} />
            <Problems problems={problems.filter(({ where }) => where === `actions.${at}`)} />
          </li>
        ))}
      </ol>
      <div className={styles.row} role="group" aria-label={t("action.add")}>
        {actionKinds.map((kind) => (
          <Button key={kind} icon={<PlusOutlined />} onClick={() => put([...definition.actions, newAction(kind)])}>
            {t(`action.${kind}`)}
          </Button>
        ))}
      </div>
      <Checkbox checked={definition.stop} onChange={({ target }) => onChange({ ...definition, stop: target.checked })}>
        {t("stop")}
      </Checkbox>
    </Part>
  );
}
