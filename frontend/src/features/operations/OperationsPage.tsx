import { HistoryOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { entitiesQuery } from "@/features/records/api/entities";
import { operationsQuery } from "./api";
import styles from "./operations.module.css";
import { OperationLine } from "./OperationLine";
import { useOperationsTexts } from "./texts";

/** What one did to many records, to take back when the notice is long gone. */
export function OperationsPage() {
  const t = useOperationsTexts();
  const { store } = useParams({ from: "/_shell/s/$store/operations" });
  const kinds = useQuery(entitiesQuery(store));
  // Somebody may have undone one in another window.
  const done = useQuery({ ...operationsQuery(store), staleTime: 0 });
  const wrong = done.error ?? kinds.error;
  return (
    <div className={styles.page}>
      <PageHeader title={t("title")} note={t("note")} />
      {wrong && <ErrorPanel error={wrong} onRetry={() => void Promise.all([done.refetch(), kinds.refetch()])} />}
      {!wrong && !(done.data && kinds.data) && <SkeletonRows />}
      {done.data?.length === 0 && <EmptyState icon={<HistoryOutlined />} title={t("empty.title")} text={t("empty.text")} />}
      {done.data && done.data.length > 0 && kinds.data && (
        <Panel title={t("latest")} flush>
          <ol className={styles.list}>
            {done.data.map((one) => (
              <OperationLine key={one.id} store={store} operation={one} kind={kinds.data.find(({ name }) => name === one.entity)} />
            ))}
          </ol>
        </Panel>
      )}
    </div>
  );
}
