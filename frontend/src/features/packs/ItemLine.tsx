import { Link } from "@tanstack/react-router";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import type { Item } from "./api";
import { ChangeList } from "./ChangeList";
import styles from "./packs.module.css";
import { usePackTexts } from "./texts";
import { placeOf, usePartName } from "./useParts";
import { useWhy } from "./useWhy";

const colors: Record<Item["state"], string | undefined> = {
  shipped: undefined,
  changed: "blue",
  draft: "gold",
  off: "default",
  removed: "default",
  refused: "red",
  pending: "orange",
};

/** One item of an installed pack: what it is, how it fares here, and the way to it. */
export function ItemLine({ store, item }: { store: string; item: Item }) {
  const t = usePackTexts();
  const { i18n } = useTranslation();
  const partName = usePartName();
  const why = useWhy();
  const name = labelIn(item.name, i18n.language);
  const place = placeOf(store, item);
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        {place ? <Link to={place}>{name}</Link> : <span>{name}</span>}
        <span className={styles.soft}>{partName(item.part)}</span>
      </span>
      <Tag color={colors[item.state]}>{t(`state.${item.state}`)}</Tag>
      {item.code && item.state !== "removed" && <span className={styles.trouble}>{why(item.code, item.params)}</span>}
      {item.changes.length > 0 && (
        <details className={styles.details}>
          <summary>{t("changesHere", { count: item.changes.length })}</summary>
          <ChangeList changes={item.changes} before={t("asShipped")} after={t("here")} />
        </details>
      )}
    </li>
  );
}
