import { AuditOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useNow } from "@/components/useNow";
import { AnswerSheet } from "./AnswerSheet";
import { itemsQuery } from "./api";
import type { Item } from "./api";
import styles from "./approvals.module.css";
import { ItemCard } from "./ItemCard";
import { useApprovalTexts } from "./texts";
import type { Answer } from "./useItemActions";

/** What flows ask of the person; `quiet`: says nothing where there is nothing. */
export function ItemList({ store, box, quiet = false }: { store: string; box: "open" | "done"; quiet?: boolean }) {
  const t = useApprovalTexts();
  const now = useNow();
  const found = useInfiniteQuery(itemsQuery(store, box));
  const [answering, setAnswering] = useState<{ item: Item; answer: Answer } | null>(null);
  if (found.isPending) return <SkeletonRows rows={6} />;
  if (found.error && !found.data) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  const items = found.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return quiet ? null : <EmptyState icon={<AuditOutlined />} title={t("empty.title")} text={t("empty.text")} />;
  return (
    <>
      <Panel flush title={quiet ? t("answered") : undefined}>
        <ul>
          {items.map((item) => (
            <ItemCard key={item.id} store={store} item={item} now={now} onAnswer={(one, answer) => setAnswering({ item: one, answer })} />
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
      <AnswerSheet store={store} item={answering?.item ?? null} answer={answering?.answer ?? "approve"} onClose={() => setAnswering(null)} />
    </>
  );
}
