import { useTranslation } from "react-i18next";
import type { LossSideOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import type { Entity } from "@/features/records/api/entities";
import { formatCount } from "@/format/money";
import { labelIn } from "@/i18n/labelIn";
import type { Chosen } from "./api";
import { namedIn } from "./named";
import type { Known } from "./named";
import styles from "./losses.module.css";
import { useLossTexts } from "./texts";

const most = 8;
type Props = { entity: Entity; side: LossSideOut; people: Known[]; chosen: Chosen; onChoose: (chosen: Chosen) => void };

/** How the lost leads part by one field, the most first; a tap lists those of a line. */
export function LossSide({ entity, side, people, chosen, onChoose }: Props) {
  const t = useLossTexts();
  const { i18n } = useTranslation();
  const field = entity.fields.find(({ name }) => name === side.field);
  if (!field) return null;
  const sum = side.rows.reduce((total, { lost }) => total + lost, 0);
  const others = side.hidden + side.rows.slice(most).reduce((total, { lost }) => total + lost, 0);
  const top = side.rows[0]?.lost ?? 1;
  return (
    <Panel title={labelIn(field.label, i18n.language)}>
      <ul className={styles.lines}>
        {side.rows.slice(0, most).map(({ value, lost }) => {
          const on = chosen?.field === side.field && chosen.value === value;
          const told = t("share", { count: formatCount(lost), share: formatCount(Math.round((lost * 100) / sum)) });
          return (
            <li key={value ?? ""}>
              <button type="button" className={styles.line} aria-pressed={on} onClick={() => onChoose(on ? null : { field: side.field, value })}>
                <span className={styles.name}>{namedIn(field, value, people, t, i18n.language)}</span>
                <span className={styles.told}>{told}</span>
                <span className={styles.track} aria-hidden>
                  <span style={{ width: `${(lost * 100) / top}%` }} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {(side.hidden > 0 || side.more || side.rows.length > most) && <p className="cz-soft">{t("others", { count: formatCount(others) })}</p>}
    </Panel>
  );
}
