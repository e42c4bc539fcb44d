import { formatCount } from "@/format/money";
import { useImportsTexts } from "../texts";
import type { Became } from "./api";
import { shownOutcomes } from "./outcomes";
import styles from "./store.module.css";

/** Rows by what becomes of them; pressing one shows those rows. */
export function Figures(props: {
  counts: Record<string, number>;
  shown: Became | "";
  before?: boolean;
  onShow: (became: Became | "") => void;
}) {
  const { counts, shown, before = false, onShow } = props;
  const t = useImportsTexts();
  return (
    <div className={styles.figures}>
      {shownOutcomes(counts).map(([became, count]) => (
        <button
          key={became}
          type="button"
          data-kind={became}
          aria-pressed={became === shown}
          onClick={() => onShow(became === shown ? "" : became)}
        >
          <strong>{formatCount(count)}</strong>
          <span>{t(before ? `store.would.${became}` : `store.became.${became}`)}</span>
        </button>
      ))}
    </div>
  );
}
