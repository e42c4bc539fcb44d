import { QuestionCircleOutlined } from "@ant-design/icons";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { NotFound } from "@/components/NotFound";
import { SkeletonRows } from "@/components/Skeleton";
import { RecordList } from "./RecordList";
import { useRecordsTexts } from "./texts";
import { useEntity } from "./useEntity";
import { useRecordsPlace } from "./useRecordsPlace";
import { BackHome } from "./WayBack";

/** /s/<store>/customers and its like: the list of one entity, as the catalogue describes it. */
export function ListPage() {
  const t = useRecordsTexts();
  const { store, entity: name } = useRecordsPlace();
  const { entity, error, retry } = useEntity(store, name);
  if (name === null) return <NotFound home={<BackHome store={store} />} />;
  if (error) return <ErrorPanel whole error={error} onRetry={retry} />;
  if (entity === undefined) return <SkeletonRows rows={12} />;
  if (entity === null) {
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
  return <RecordList key={`${store} ${entity.name}`} store={store} entity={entity} />;
}
