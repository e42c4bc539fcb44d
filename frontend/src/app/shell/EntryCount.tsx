import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Count } from "@/components/Count";
import { atWork, waitingQuery } from "@/features/work/api";
import { useWorkTexts } from "@/features/work/texts";
import styles from "./rail.module.css";

/** How much waits for the person behind an entry; on phones at its icon. */
export function EntryCount({ store, children }: { store: string; children?: ReactNode }) {
  const t = useWorkTexts();
  const count = atWork(useQuery(waitingQuery(store)).data ?? {});
  const title = t("waiting", { count });
  if (!children) return <span className={styles.count}><Count count={count} title={title} /></span>;
  return (
    <Count count={count} title={title}>
      <span className={styles.counted}>{children}</span>
    </Count>
  );
}
