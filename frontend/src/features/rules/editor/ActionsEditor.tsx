import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { actionKinds, newAction, withAt } from "../definition";
import type { Action } from "../definition";
import { useRuleTexts } from "../texts";
import { ActionOf } from "./ActionOf";
import styles from "./editor.module.css";
import { Problems } from "./Part";
import type { PartProps } from "./Part";

type Props = PartProps & { actions: Action[]; onChange: (actions: Action[]) => void };

/** Actions, one after the other. `problems`: those at "actions.0" and so on are said beside their action. */
export function ActionsEditor({ store, told, problems, actions, onChange }: Props) {
  const t = useRuleTexts();
  return (
    <>
      <ol className={styles.actions}>
        {actions.map((action, at) => (
          // Actions have no names of their own: what they are is their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${at} ${action.kind}`} className={styles.action}>
            <div className={styles.row}>
              <b className={styles.grow}>{t(`action.${action.kind}`)}</b>
              <Button type="text" icon={<DeleteOutlined />} aria-label={t("action.remove", { number: at + 1 })} onClick={() => onChange(withAt(actions, at, null))} />
            </div>
            <ActionOf store={store} told={told} value={action} onChange={(changed) => onChange(withAt(actions, at, changed))} />
            <Problems problems={problems.filter(({ where }) => where === `actions.${at}`)} />
          </li>
        ))}
      </ol>
      <div className={styles.row} role="group" aria-label={t("action.add")}>
        {actionKinds.filter((kind) => kind !== "do" || told.entity.verbs.length > 0).map((kind) => (
          <Button key={kind} icon={<PlusOutlined />} onClick={() => onChange([...actions, newAction(kind)])}>
            {t(`action.${kind}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
