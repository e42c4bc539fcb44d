import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { idOf, listQuery } from "@/features/records/api/list";
import { fieldsInList } from "@/features/records/columns";
import { RecordLine } from "@/features/records/RecordLine";
import { listPath } from "@/features/records/paths";
import styles from "./home.module.css";
import { useHomeTexts } from "./texts";

const kinds = ["sales_order", "vehicle", "customer"] as const;
type Kind = (typeof kinds)[number];
const shown = 8;

/** The records that came last, of the kind that the store works with most: orders, else vehicles, else customers. */
export function Latest({ store, counts }: { store: string; counts: Record<string, number> }) {
  const entities = useQuery(entitiesQuery(store));
  const kind = kinds.find((name) => (counts[name] ?? 0) > 0);
  if (kind && entities.isPending) {
    return (
      <div className={styles.latest}>
        <SkeletonRows rows={shown} />
      </div>
    );
  }
  const entity = entities.data?.find((candidate) => candidate.name === kind);
  if (!kind || !entity) return null;
  return <LatestOf store={store} kind={kind} entity={entity} />;
}

function LatestOf({ store, kind, entity }: { store: string; kind: Kind; entity: Entity }) {
  const t = useHomeTexts();
  const list = useInfiniteQuery(listQuery(store, entity.name, fieldsInList(entity), {}));
  return (
    <div className={styles.latest}>
      <Panel
        title={t(`recent.${kind}`)}
        extra={<Link to={listPath(store, kind)}>{t("recent.all")}</Link>}
        flush
      >
        {list.isPending && <SkeletonRows rows={shown} />}
        {list.data?.pages[0]?.rows
          .slice(0, shown)
          .map((row) => <RecordLine key={idOf(row)} store={store} entity={entity} row={row} />)}
      </Panel>
    </div>
  );
}
