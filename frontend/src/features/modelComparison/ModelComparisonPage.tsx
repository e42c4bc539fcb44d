import { CarOutlined } from "@ant-design/icons";
import { useQueries } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { LinkEditor } from "@/features/fields/editors/LinkEditor";
import { linkOf } from "@/features/fields/shapes";
import type { Entity } from "@/features/records/api/entities";
import { recordQuery } from "@/features/records/api/record";
import { useEntity } from "@/features/records/useEntity";
import { Beside } from "./Beside";
import styles from "./comparison.module.css";
import { idsOf, most } from "./search";
import { Talk } from "./Talk";
import { useComparisonTexts } from "./texts";

const from = "/_shell/s/$store/model-comparison";

/** /s/<store>/model-comparison: trims of the library side by side, and what to say of them. */
export function ModelComparisonPage() {
  const { store } = useParams({ from });
  const { entity, error, retry } = useEntity(store, "trim");
  if (error) return <ErrorPanel whole error={error} onRetry={retry} />;
  if (!entity) return <SkeletonRows rows={8} />;
  return <Comparison store={store} entity={entity} />;
}

function Comparison({ store, entity }: { store: string; entity: Entity }) {
  const t = useComparisonTexts();
  const ids = idsOf(useSearch({ from }));
  const navigate = useNavigate({ from: "/s/$store/model-comparison" });
  const found = useQueries({ queries: ids.map((id) => recordQuery(store, "trim", id)) });
  const show = (chosen: string[]) => void navigate({ search: chosen.length > 0 ? { trims: chosen.join(",") } : {}, replace: true });
  const failed = found.find(({ error }) => error);
  const trims = found.flatMap(({ data }) => (data ? [data.record] : []));
  const series = entity.fields.find(({ name }) => name === "series");
  return (
    <>
      <PageHeader title={t("title")} note={t("note")} />
      <div className={styles.bar}>
        {ids.length >= most && <p className="cz-soft">{t("full")}</p>}
        {ids.length < most && series && (
          <LinkEditor
            key={ids.length}
            id="add-trim"
            label={t("add")}
            field={{ ...series, name: "trim", target: "trim" }}
            store={store}
            value={null}
            invalid={false}
            describedBy={undefined}
            onChange={(value) => {
              const link = linkOf(value);
              if (link) show([...ids, link.id]);
            }}
            onLeave={() => undefined}
          />
        )}
      </div>
      {failed && <ErrorPanel error={failed.error} onRetry={() => void failed.refetch()} />}
      {ids.length === 0 && <EmptyState icon={<CarOutlined />} title={t("empty")} text={t("emptyText")} />}
      {ids.length > 0 && !failed && trims.length < ids.length && <SkeletonRows rows={8} />}
      {trims.length > 0 && trims.length === ids.length && (
        <>
          <Panel flush>
            <Beside entity={entity} trims={trims} onRemove={(id) => show(ids.filter((one) => one !== id))} />
          </Panel>
          {trims.length === 1 && <p className={styles.more}>{t("more")}</p>}
          <Talk store={store} trims={trims} />
        </>
      )}
    </>
  );
}
