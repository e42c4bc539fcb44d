import { useState } from "react";
import { Button } from "antd";
import type { RetentionRunOut } from "@/api/types.gen";
import { lookUp } from "@/i18n/defineTexts";
import styles from "./retention.module.css";
import { useHeldText } from "./useHeldText";
import { useRetentionTexts } from "./texts";

const first = 1;

/** What a rule did, night by night: how many went, how many stayed and why. */
export function RunLines({ runs, perNight }: { runs: RetentionRunOut[]; perNight: number }) {
  const t = useRetentionTexts();
  const heldText = useHeldText();
  const [all, setAll] = useState(false);
  if (runs.length === 0) return null;
  const textOf = ({ outcome, code, gone, met, held, does }: RetentionRunOut): string => {
    if (outcome === "stopped") return t("runs.stopped", { why: lookUp("errors", code) ?? code });
    if (gone === null || met === null || held === null) return t(`runs.outcome.${outcome}`);
    const parts = [t(`runs.gone.${does}`, { count: gone }), heldText(held)];
    if (outcome === "capped") parts.push(t("runs.capped", { count: perNight }));
    if (outcome === "going" || outcome === "broken_off") parts.push(t(`runs.outcome.${outcome}`));
    return parts.filter(Boolean).join(t("joinParts"));
  };
  return (
    <div className={styles.runs}>
      <ul className={styles.list}>
        {runs.slice(0, all ? runs.length : first).map((run) => (
          <li key={run.day} className={styles.run}>
            <span className={styles.day}>{run.day}</span> <span>{textOf(run)}</span>
          </li>
        ))}
      </ul>
      {runs.length > first && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {t(all ? "runs.fewer" : "runs.more")}
        </Button>
      )}
    </div>
  );
}
