import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { sectionOf } from "@/features/records/sections";
import { formatFigure } from "@/format/figure";
import { formatCount } from "@/format/money";
import type { Language } from "@/i18n/i18n";
import styles from "./home.module.css";
import { useHomeTexts } from "./texts";

const shown = ["customer", "vehicle", "sales_order"] as const;

/** The store's counts; each leads to its list. */
export function Figures({ store, counts }: { store: string; counts: Record<string, number> }) {
  const t = useHomeTexts();
  const { i18n } = useTranslation();
  return (
    <ul className={styles.figures} aria-label={t("figures")}>
      {shown.map((entity) => {
        const count = counts[entity];
        const section = sectionOf(entity);
        if (count === undefined || !section) return null;
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
