import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { useNow } from "@/components/useNow";
import type { Entity } from "@/features/records/api/entities";
import { dayAt, formatDateTime, formatSince } from "@/format/date";
import { labelIn } from "@/i18n/labelIn";
import type { Recycled } from "./api";
import styles from "./bin.module.css";
import { useBinTexts } from "./texts";

type Props = {
  row: Recycled;
  kind: Entity | undefined;
  who: string;
  chosen: boolean;
  busy: boolean;
  onToggle: () => void;
  onBringBack: () => void;
  onErase: () => void;
};

export function BinLine({ row, kind, who, chosen, busy, onToggle, onBringBack, onErase }: Props) {
  const t = useBinTexts();
  const { i18n } = useTranslation();
  const now = useNow();
  const title = row.title ?? t("unnamed");
  return (
    <li className={styles.line}>
      <Checkbox aria-label={t("choose", { title })} checked={chosen} onChange={onToggle} />
      <span className={styles.words}>
        <span>
          <span className={styles.title}>{title}</span> <span className={styles.soft}>{kind && labelIn(kind.label, i18n.language)}</span>
        </span>
        <span className={`${styles.soft} cz-small`}>
          <span title={formatDateTime(row.deleted_at)}>{t("deletedBy", { who, when: formatSince(row.deleted_at, now) })}</span>
          {" · "}
          {t("keptUntil", { day: dayAt(new Date(row.kept_until)) })}
        </span>
      </span>
      <span className={styles.actions}>
        <Button size="small" disabled={busy} aria-label={t("bringBackOf", { title })} onClick={onBringBack}>
          {t("bringBack")}
        </Button>
        {row.can_erase && (
          <Button size="small" danger aria-label={t("eraseOf", { title })} onClick={onErase}>
            {t("erase")}
          </Button>
        )}
      </span>
    </li>
  );
}
