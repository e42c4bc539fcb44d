import { useQuery } from "@tanstack/react-query";
import { Panel } from "@/components/Panel";
import type { Row } from "@/features/records/api/list";
import { reasonsQuery } from "./api";
import styles from "./score.module.css";
import { useScoreTexts } from "./texts";

/** Why a lead has the points that it has. */
export function LeadScore({ store, record }: { store: string; record: Row }) {
  const t = useScoreTexts();
  const told = useQuery(reasonsQuery(store, record)).data;
  if (!told || told.score === null) return null;
  // What is left of reasons that come to less than 0 or more than 100.
  const held = told.score - told.hidden - told.reasons.reduce((sum, { points }) => sum + points, 0);
  return (
    <Panel title={t("why", { score: told.score })}>
      {told.reasons.length === 0 && told.hidden === 0 && <p className="cz-soft">{t("nothing")}</p>}
      <ul className={styles.reasons}>
        {told.reasons.map(({ name, points }) => (
          <li key={name}>
            <span className={styles.points}>{signed(points)}</span>
            {name}
          </li>
        ))}
        {held !== 0 && (
          <li className="cz-soft">
            <span className={styles.points}>{signed(held)}</span>
            {t("held")}
          </li>
        )}
        {told.hidden !== 0 && (
          <li className="cz-soft">
            <span className={styles.points}>{signed(told.hidden)}</span>
            {t("hidden")}
          </li>
        )}
      </ul>
    </Panel>
  );
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : `−${-points}`;
}
