import { QuestionCircleOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { NotFound } from "@/components/NotFound";
import { SkeletonRows } from "@/components/Skeleton";
import { entitiesQuery } from "./api/entities";
import { RecordList } from "./RecordList";
import { isSection, sections } from "./sections";
import { useRecordsTexts } from "./texts";
import { BackHome } from "./WayBack";

/** /s/<store>/customers and its like: the list of one entity, as the catalogue describes it. */
export function ListPage() {
  const { store, section } = useParams({ from: "/_shell/s/$store/$section" });
  if (!isSection(section)) return <NotFound home={<BackHome store={store} />} />;
  return <EntityList key={section} store={store} section={section} />;
}

function EntityList({ store, section }: { store: string; section: keyof typeof sections }) {
  const t = useRecordsTexts();
  const entities = useQuery(entitiesQuery(store));
  if (entities.isPending) return <SkeletonRows rows={12} />;
  if (entities.error) return <ErrorPanel whole error={entities.error} onRetry={() => void entities.refetch()} />;
  const entity = entities.data.find((candidate) => candidate.name === sections[section].entity);
  if (!entity) {
    return (
      <EmptyState
        whole
        icon={<QuestionCircleOutlined />}
        title={t("unknownEntity.title")}
        text={t("unknownEntity.text")}
        actions={<BackHome store={store} />}
      />
    );
  }
  return <RecordList store={store} section={section} entity={entity} />;
}
