import { MergeCellsOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { mergedQuery } from "./api";
import styles from "./duplicates.module.css";
import { MergedLine } from "./MergedLine";
import { useDuplicatesTexts } from "./texts";
import { useTakeBack } from "./useTakeBack";

/** Who merged which records, when, and what that changed; whoever merged takes it back. */
export function MergedList({ store, entity }: { store: string; entity: Entity }) {
  const t = useDuplicatesTexts();
  const answer = useInfiniteQuery(mergedQuery(store, entity.name));
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const kinds = useQuery(entitiesQuery(store)).data ?? [];
  const back = useTakeBack(store, entity.name);
  if (answer.error && !answer.data) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <SkeletonRows rows={6} />;
  const merges = answer.data.pages.flatMap((page) => page.merges);
  if (merges.length === 0 && !answer.hasNextPage) {
    return <EmptyState icon={<MergeCellsOutlined />} title={t("noMerges")} text={t("noMergesText")} />;
  }
  return (
    <div>
      <Panel flush>
        <ul className={styles.merges}>
          {merges.map((one) => (
            <MergedLine
              key={one.operation_id}
              store={store}
              entity={entity}
              kinds={kinds}
              merged={one}
              who={people.find(({ id }) => id === one.by)?.name ?? t("somebody")}
              busy={back.busy}
              onUndo={() => back.takeBack(one.operation_id)}
            />
          ))}
        </ul>
      </Panel>
      {answer.hasNextPage && (
        <div className={styles.more}>
          <Button loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
            {t("nextPage")}
          </Button>
        </div>
      )}
    </div>
  );
}
