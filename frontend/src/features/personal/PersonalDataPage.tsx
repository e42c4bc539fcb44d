import { SafetyOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { recordPath } from "@/features/records/paths";
import { useEntity } from "@/features/records/useEntity";
import { useRecordsPlace } from "@/features/records/useRecordsPlace";
import { HoldOfRecord } from "@/features/retention/HoldOfRecord";
import { storeHomeQuery } from "@/features/store/api/home";
import { personalDataQuery } from "./api";
import { HeldData } from "./HeldData";
import { PersonalActions } from "./PersonalActions";
import styles from "./personal.module.css";
import { RequestHistory } from "./RequestHistory";
import { usePersonalTexts } from "./texts";

/** What the store holds of one person: shown, exported, corrected, erased on request. */
export function PersonalDataPage() {
  const t = usePersonalTexts();
  const tCommon = useCommonTexts();
  const { store, entity: name, id } = useRecordsPlace();
  const { entity, entities, error } = useEntity(store, name);
  const home = useQuery(storeHomeQuery(store));
  const allowed = home.data?.permissions.includes("person.data") ?? false;
  const data = useQuery({ ...personalDataQuery(store, name ?? "", id), enabled: allowed && name !== null });
  const wrong = error ?? home.error ?? data.error;
  if (wrong) return <ErrorPanel whole error={wrong} onRetry={() => void data.refetch()} />;
  if (home.isPending) return <SkeletonRows />;
  if (!allowed || entity === null) {
    return <EmptyState whole icon={<SafetyOutlined />} title={tCommon("forbidden.title")} text={tCommon("forbidden.text")} />;
  }
  if (!entity || !data.data) return <SkeletonRows rows={8} />;
  const place = recordPath(store, entity.name, id);
  return (
    <div className={styles.page}>
      <PageHeader
        above={<Link to={place}>{t("back")}</Link>}
        title={t("title", { name: data.data.title ?? t("unnamed") })}
        note={t("note")}
      />
      <PersonalActions store={store} entity={entity} id={id} data={data.data} />
      <HeldData store={store} entities={entities} data={data.data} />
      {home.data?.permissions.includes("retention.write") && <HoldOfRecord store={store} entity={entity.name} id={id} />}
      <RequestHistory store={store} requests={data.data.requests} />
    </div>
  );
}
