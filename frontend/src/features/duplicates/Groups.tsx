import { CheckCircleOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { useErrorNotice } from "@/components/errorNotice";
import type { Entity } from "@/features/records/api/entities";
import { looksOnly } from "@/http/lookOnly";
import { labelIn } from "@/i18n/labelIn";
import { groupsQuery, look } from "./api";
import styles from "./duplicates.module.css";
import { GroupCard } from "./GroupCard";
import { LookBar } from "./LookBar";
import { useDuplicatesTexts } from "./texts";

/** What the latest look through the store found; the first one begins by itself. */
export function Groups({ store, entity }: { store: string; entity: Entity }) {
  const t = useDuplicatesTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const showError = useErrorNotice();
  const answer = useInfiniteQuery(groupsQuery(store, entity.name));
  const looking = useMutation({
    mutationFn: () => look(store, entity.name),
    onSuccess: () => client.invalidateQueries({ queryKey: groupsQuery(store, entity.name).queryKey }),
    onError: showError,
  });
  const first = answer.data?.pages[0];
  const never = first?.look.status === "none" && !looksOnly(store);
  const { mutate: begin, isIdle } = looking;
  useEffect(() => {
    if (never && isIdle) begin();
  }, [never, isIdle, begin]);

  if (answer.error && !answer.data) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data || !first || never) return <SkeletonRows rows={6} />;
  const groups = answer.data.pages.flatMap((page) => page.groups);
  const kind = labelIn(entity.label_plural, i18n.language);
  const going = first.look.status === "waiting";
  return (
    <div>
      <LookBar look={first.look} busy={looking.isPending} onLook={() => looking.mutate()} />
      {first.capped && <Alert type="info" showIcon className={styles.capped ?? ""} title={t("capped")} />}
      {groups.length === 0 && !answer.hasNextPage && !going && (
        <EmptyState icon={<CheckCircleOutlined />} title={t("none", { kind })} text={t("noneText")} />
      )}
      {groups.map((group) => (
        <GroupCard key={group.records.map((one) => one.id).join()} store={store} entity={entity} group={group} />
      ))}
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
