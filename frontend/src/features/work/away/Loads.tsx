import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { entitiesQuery } from "@/features/records/api/entities";
import { loadsQuery } from "./api";
import type { Load } from "./api";
import styles from "./away.module.css";
import { HandOverSheet } from "./HandOverSheet";
import { useAwayTexts } from "./texts";

/** What everybody has open, and the way to give it to somebody else. */
export function Loads({ store }: { store: string }) {
  const t = useAwayTexts();
  const entities = useQuery(entitiesQuery(store));
  const tasks = entities.data?.some(({ name, actions }) => name === "task" && actions.includes("assign")) ?? false;
  const loads = useQuery({ ...loadsQuery(store, tasks), enabled: entities.data !== undefined });
  const [handing, setHanding] = useState<Load | null>(null);
  return (
    <Panel title={t("hand.title")} flush>
      <p className={styles.note}>{t("hand.note")}</p>
      {loads.isPending && <SkeletonRows rows={3} />}
      {loads.error && <ErrorPanel error={loads.error} onRetry={() => void loads.refetch()} />}
      {loads.data?.length === 0 && <p className={styles.none}>{t("hand.none")}</p>}
      <ul className={styles.list}>
        {loads.data?.map((load) => (
          <li key={load.person} className={styles.line}>
            <span className={styles.words}>
              <b className={load.name ? "" : styles.trouble}>{load.name ?? t("left")}</b>
              <span className={styles.soft}>{t("hand.open", { items: load.items, tasks: load.tasks })}</span>
            </span>
            <Button aria-label={t("hand.of", { name: load.name ?? t("left") })} onClick={() => setHanding(load)}>
              {t("hand.button")}
            </Button>
          </li>
        ))}
      </ul>
      {handing && <HandOverSheet key={handing.person} store={store} load={handing} onClose={() => setHanding(null)} />}
    </Panel>
  );
}
