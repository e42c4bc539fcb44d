import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { Panel } from "@/components/Panel";
import { useNow } from "@/components/useNow";
import { formatSince } from "@/format/date";
import { startedQuery } from "./api";
import styles from "./approvals.module.css";
import { StatusTag } from "./StatusTag";
import { useApprovalTexts } from "./texts";

/** The flows that the person began, and how they stand. */
export function StartedList({ store }: { store: string }) {
  const t = useApprovalTexts();
  const now = useNow();
  const found = useInfiniteQuery(startedQuery(store));
  const instances = found.data?.pages.flatMap((page) => page.instances) ?? [];
  if (instances.length === 0) return null;
  return (
    <>
      <Panel flush title={t("started")}>
        <ul>
          {instances.map((one) => (
            <li key={one.id} className={styles.card}>
              <Link to="/s/$store/work/flows/$instance" params={{ store, instance: one.id }} className={styles.head}>
                <span className={styles.title}>{one.title ?? t("unseen")}</span>
                <span className={styles.soft}>
                  <span>{one.name}</span>
                  <time dateTime={one.started_at}>{formatSince(one.started_at, now)}</time>
                </span>
              </Link>
              <StatusTag instance={one} />
            </li>
          ))}
        </ul>
      </Panel>
      {found.hasNextPage && (
        <div className={styles.next}>
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("loadMore")}
          </Button>
        </div>
      )}
    </>
  );
}
