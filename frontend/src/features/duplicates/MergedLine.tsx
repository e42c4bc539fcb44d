import { Link } from "@tanstack/react-router";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useNow } from "@/components/useNow";
import type { Entity } from "@/features/records/api/entities";
import { recordPath } from "@/features/records/paths";
import { formatDateTime, formatSince } from "@/format/date";
import { labelIn } from "@/i18n/labelIn";
import type { Merged } from "./api";
import styles from "./duplicates.module.css";
import { useDuplicatesTexts } from "./texts";

type Props = { store: string; entity: Entity; kinds: Entity[]; merged: Merged; who: string; busy: boolean; onUndo: () => void };

/** One merge: which into which, by whom and when, what was taken over and what moved. */
export function MergedLine({ store, entity, kinds, merged, who, busy, onUndo }: Props) {
  const t = useDuplicatesTexts();
  const { i18n } = useTranslation();
  const now = useNow();
  const between = i18n.language === "en" ? ", " : "、";
  const winner = merged.winner_title ?? t("unnamed");
  const loser = merged.loser_title ?? t("unnamed");
  const fields = merged.fields.flatMap((name) => {
    const field = entity.fields.find((one) => one.name === name);
    return field ? [labelIn(field.label, i18n.language)] : [];
  });
  const moved = Object.entries(merged.moved).flatMap(([name, count]) => {
    const kind = kinds.find((one) => one.name === name);
    return kind ? [t("movedOf", { kind: labelIn(kind.label, i18n.language), count })] : [];
  });
  const what = [...(fields.length > 0 ? [t("took", { fields: fields.join(between) })] : []), ...moved].join(" · ");
  return (
    <li className={styles.mergedLine}>
      <span className={styles.words}>
        <span>
          {merged.undone_at ? <Link to={recordPath(store, entity.name, merged.loser)}>{loser}</Link> : loser}
          {" → "}
          <Link to={recordPath(store, entity.name, merged.winner)}>{winner}</Link>
        </span>
        <span className={`${styles.soft} cz-small`}>
          <span title={formatDateTime(merged.at)}>{t("mergedBy", { who, when: formatSince(merged.at, now) })}</span>
          {what && ` · ${what}`}
        </span>
      </span>
      {merged.undone_at ? (
        <Tag>{t("wasUndone")}</Tag>
      ) : (
        merged.mine && (
          <Button size="small" disabled={busy} aria-label={t("undoOf", { one: loser, other: winner })} onClick={onUndo}>
            {t("undo")}
          </Button>
        )
      )}
    </li>
  );
}
