import { ArrowDownOutlined, ArrowUpOutlined, EllipsisOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import type { DesignedFieldOut } from "@/api/types.gen";
import styles from "./design.module.css";
import { OriginTag } from "./OriginTag";
import { canBeIndexed } from "./types";
import { useDesignWords } from "./useDesignWords";

export type FieldAct = "change" | "convert" | "index" | "retire" | "bringBack";

type Props = {
  field: DesignedFieldOut;
  /** Nobody here may change it: headquarters', or of a retired kind of record. */
  locked: boolean;
  /** Null at the end of the section. */
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onAct: (act: FieldAct) => void;
};

/** One field: what it is, how it is kept, and what can be done with it. */
export function FieldLine({ field, locked, onUp, onDown, onAct }: Props) {
  const { t, label, type: typeName } = useDesignWords();
  const name = label(field.label);
  const mine = !locked && field.origin !== "hq";
  const marks = [
    typeName(field.type),
    field.required && t("field.requiredTag"),
    field.unique && t("field.uniqueTag"),
    field.sensitivity && t(`field.sensitiveTag.${field.sensitivity}`),
    field.in_list && t("field.listTag"),
    field.indexed && t("index.tag"),
    field.changed_by && t(`changedBy.${field.changed_by}`),
  ].filter((mark) => typeof mark === "string" && mark !== "");
  return (
    <li className={styles.line} data-retired={field.retired}>
      <span className={styles.words}>
        <b>{name}</b>
        <span className={styles.soft}>{marks.join(" · ")}</span>
      </span>
      <OriginTag origin={field.origin} />
      {field.retired ? (
        <>
          <span className={styles.soft}>{t("retired")}</span>
          {mine && (
            <Button size="small" aria-label={t("field.bringBackOf", { name })} onClick={() => onAct("bringBack")}>
              {t("field.bringBack")}
            </Button>
          )}
        </>
      ) : (
        <span className={styles.actions}>
          {!locked && (
            <>
              <Button
                type="text"
                icon={<ArrowUpOutlined />}
                aria-label={t("field.up", { name })}
                disabled={!onUp}
                onClick={() => onUp?.()}
              />
              <Button
                type="text"
                icon={<ArrowDownOutlined />}
                aria-label={t("field.down", { name })}
                disabled={!onDown}
                onClick={() => onDown?.()}
              />
            </>
          )}
          {mine && (
            <>
              <Button aria-label={t("field.editOf", { name })} onClick={() => onAct("change")}>
                {t("field.edit")}
              </Button>
              <Dropdown
                trigger={["click"]}
                menu={{
                  items: [
                    ...(field.origin === "product" ? [] : [{ key: "convert", label: t("field.convert") }]),
                    ...(field.origin !== "product" && !field.indexed && canBeIndexed(field.type) ? [{ key: "index", label: t("index.menu") }] : []),
                    { key: "retire", label: t("field.retire"), danger: true },
                  ],
                  onClick: ({ key }) => onAct(key as FieldAct),
                }}
              >
                <Button type="text" icon={<EllipsisOutlined />} aria-label={t("field.moreOf", { name })} />
              </Dropdown>
            </>
          )}
        </span>
      )}
    </li>
  );
}
