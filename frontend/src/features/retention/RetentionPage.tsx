import { HourglassOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { isApiError } from "@/http/ApiError";
import { retentionQuery } from "./api";
import { PeriodLine } from "./PeriodLine";
import { HoldsPanel } from "./HoldsPanel";
import styles from "./retention.module.css";
import { RulesPanel } from "./RulesPanel";
import { useRetentionTexts } from "./texts";

/** /s/<store>/settings/retention: how long the store keeps what. */
export function RetentionPage() {
  const t = useRetentionTexts();
  const tCommon = useCommonTexts();
  const { store } = useParams({ from: "/_shell/s/$store/settings/retention" });
  const found = useQuery(retentionQuery(store));
  if (isApiError(found.error, "forbidden")) {
    return <EmptyState whole icon={<HourglassOutlined />} title={tCommon("forbidden.title")} text={t("forbidden")} />;
  }
  if (found.error) return <ErrorPanel whole error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={6} />;
  return (
    <div className={styles.page}>
      <PageHeader title={t("title")} note={t("note")} />
      <Panel title={t("periods.title")} flush>
        <p className={styles.intro}>{t("periods.note")}</p>
        <ul className={styles.list}>
          {found.data.periods.map((period) => (
            <PeriodLine key={`${period.name} ${period.version}`} store={store} period={period} />
          ))}
        </ul>
      </Panel>
      <RulesPanel store={store} />
      <HoldsPanel store={store} />
    </div>
  );
}
