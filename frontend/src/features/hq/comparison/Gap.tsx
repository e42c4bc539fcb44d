import { useQuery } from "@tanstack/react-query";
import { useHq } from "@/features/session/useHq";
import type { Asked } from "./api/asked";
import { comparisonQuery } from "./api/comparison";
import { gapMeasure, gapParts } from "./gap";
import styles from "./gap.module.css";
import type { Period } from "./period";
import type { Dimension } from "./search";
import { useCompareTexts } from "./texts";
import { useFormats } from "./useFormats";
import type { View } from "./view";

const most = 5;

/** What the figure moved by since the second period is made of: brands, or stores where the row is a brand. */
export function Gap({ asked, against, view }: { asked: Asked; against: Period; view: View }) {
  const t = useCompareTexts();
  const { slug } = useHq();
  const { shortValue } = useFormats();
  const by: Dimension = view.by === "brand" || view.by === "series" ? "store" : "brand";
  const comparison = useQuery(comparisonQuery(slug, { ...asked, by, against }));
  const measure = gapMeasure(view.measure);
  const parts = comparison.data ? gapParts(comparison.data.rows, view.measure, most) : [];
  const largest = Math.max(...parts.map(({ difference }) => Math.abs(difference)));
  if (parts.length === 0) return null;
  return (
    <section className={styles.gap} aria-labelledby="gap-title">
      <h2 id="gap-title">{t("gap.title", { measure: t(`measure.${measure}`), by: t(`by.${by}`) })}</h2>
      <ul>
        {parts.map(({ key, label, difference }) => (
          <li key={key} data-way={difference > 0 ? "up" : "down"}>
            <span className={styles.name}>{label || t("rows.blank")}</span>
            <span className={styles.bar} aria-hidden>
              <span style={{ width: `${(Math.abs(difference) / largest) * 100}%` }} />
            </span>
            <span className={styles.value}>
              {`${difference > 0 ? "+" : "\u2212"}${shortValue(Math.abs(difference), measure)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
