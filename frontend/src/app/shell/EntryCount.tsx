import { useQuery } from "@tanstack/react-query";
import { Badge } from "antd";
import type { ReactNode } from "react";
import { atWork, waitingQuery } from "@/features/work/api";
import { useWorkTexts } from "@/features/work/texts";
import styles from "./rail.module.css";

/** How much waits for the person behind an entry; on phones at its icon. */
export function EntryCount({ store, children }: { store: string; children?: ReactNode }) {
  const t = useWorkTexts();
  const count = atWork(useQuery(waitingQuery(store)).data ?? {});
  return (
    <Badge count={count} overflowCount={99} size="small" title={t("waiting", { count })} className={children ? "" : (styles.count ?? "")}>
      {children && <span className={styles.counted}>{children}</span>}
    </Badge>
  );
}
