import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { sectionOf } from "@/features/records/sections";
import { formatFigure } from "@/format/figure";
import { formatCount } from "@/format/money";
import type { Language } from "@/i18n/i18n";
import styles from "./home.module.css";
import { useHomeTexts } from "./texts";

const shown = ["customer", "vehicle", "sales_order"] as const;

type Props = { store: string; counts: Record<string, number>; pack: string };

/** The store's counts; each leads to its list. Repair shops sell no cars. */
export function Figures({ store, counts, pack }: Props) {
  const t = useHomeTexts();
  const { i18n } = useTranslation();
  return (
    <ul className={styles.figures} aria-label={t("figures")}>
      {shown.map((entity) => {
        const count = counts[entity];
        const section = sectionOf(entity);
        if (count === undefined || !section || (entity === "sales_order" && pack === "repair")) return null;
        return (
          <li key={entity}>
            <Link to="/s/$store/$section" params={{ store, section }} className={styles.figure}>
              <span className={styles.label}>{t(`count.${entity}`)}</span>
              <span className={styles.value} title={formatCount(count)}>
                {count < 100_000 ? formatCount(count) : formatFigure(count, i18n.language as Language)}
                <span className={styles.unit}>{t(`unit.${entity}`)}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
