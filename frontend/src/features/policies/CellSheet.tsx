import { LockOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { PolicyFieldOut, RightShape } from "@/api/types.gen";
import { Sheet } from "@/components/Sheet";
import type { Column } from "./FieldGrid";
import { Explanation } from "./Explanation";
import styles from "./policies.module.css";
import { cutBy, rightOn } from "./policy";
import { RightChoice } from "./RightChoice";
import { usePolicyWords } from "./useWords";

/** The right of one role on one field: set it, and read why it is what it is. */
export function CellSheet(props: {
  store: string | null;
  entity: string;
  field: PolicyFieldOut;
  column: Column;
  onSet: (right: RightShape) => void;
  onClose: () => void;
}) {
  const { store, field, column } = props;
  const { t, label, rightText, say } = usePolicyWords();
  const said = rightOn(column.policy, field);
  const cut = cutBy(column.ceiling, field, said);
  return (
    <Sheet open title={t("set.title", { role: column.name, field: label(field.label) })} width={560} onClose={props.onClose}>
      <div className={styles.form}>
        {column.policy.rows.reach === "none" && <p className={styles.warning}>{t("set.noRecords")}</p>}
        {column.locked && <p className={styles.soft}>{t("set.locked")}</p>}
        <RightChoice label={t("set.right")} value={said} disabled={column.locked} onChange={props.onSet} />
        {field.fixed && <p className={styles.soft}>{say("note.fixed")}</p>}
        {cut && (
          <p className={styles.warning}>
            <LockOutlined aria-hidden /> {t("set.cut", { right: rightText(cut) })}
          </p>
        )}
        {store !== null &&
          (column.changed ? (
            <p className={styles.soft}>{t("why.unsaved")}</p>
          ) : (
            <Explanation store={store} entity={props.entity} field={field.name} role={column.key} />
          ))}
        <div className={styles.buttons}>
          <Button type="primary" onClick={props.onClose}>
            {t("done")}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
