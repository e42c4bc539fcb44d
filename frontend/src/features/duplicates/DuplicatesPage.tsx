import { CheckCircleOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { NotFound } from "@/components/NotFound";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { useEntity } from "@/features/records/useEntity";
import { BackHome, BackToList } from "@/features/records/WayBack";
import { labelIn } from "@/i18n/labelIn";
import { groupsQuery } from "./api";
import styles from "./duplicates.module.css";
import { GroupCard } from "./GroupCard";
import { RulesPanel } from "./RulesPanel";
import { useDuplicatesTexts } from "./texts";

/** /s/<store>/duplicates/customer: records that are likely the same, the likeliest first. */
export function DuplicatesPage() {
  const t = useDuplicatesTexts();
  const { i18n } = useTranslation();
  const { store, entity: name } = useParams({ from: "/_shell/s/$store/duplicates/$entity" });
  const { entity, error } = useEntity(store, name);
  const answer = useQuery({ ...groupsQuery(store, name), enabled: Boolean(entity) });
  if (entity === null) return <NotFound home={<BackHome store={store} />} />;
  const wrong = error ?? answer.error;
  if (wrong) return <ErrorPanel whole error={wrong} onRetry={() => void answer.refetch()} />;
  if (!entity) return <SkeletonRows rows={8} />;
  const kind = labelIn(entity.label_plural, i18n.language);
  return (
    <div className={styles.page}>
      <PageHeader above={<BackToList store={store} entity={name} label={kind} />} title={t("title", { kind })} note={t("note")} />
      <div className={styles.columns}>
        <div>
          {answer.isPending && <SkeletonRows rows={6} />}
          {answer.data?.groups.length === 0 && <EmptyState icon={<CheckCircleOutlined />} title={t("none", { kind })} text={t("noneText")} />}
          {answer.data?.groups.map((group) => (
            <GroupCard key={group.records.map((one) => one.id).join()} store={store} entity={entity} group={group} />
          ))}
          {answer.data?.more && <p className={styles.soft}>{t("more")}</p>}
        </div>
        <RulesPanel store={store} entity={entity} />
      </div>
    </div>
  );
}
