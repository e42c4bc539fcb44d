import { LockOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { useHq } from "@/features/session/useHq";
import { useState } from "react";
import { usePolicyTexts } from "../texts";
import { ceilingsQuery } from "./api";
import { CeilingPanel } from "./CeilingPanel";

/** The most that anybody may do in the group's stores. */
export function CeilingsPage() {
  const t = usePolicyTexts();
  const tCommon = useCommonTexts();
  const group = useHq();
  const allowed = group.role === "group_owner" || group.role === "hq_operations";
  const [store, setStore] = useState<string | null>(null);
  const ceilings = useQuery({ ...ceilingsQuery(group.slug, store), enabled: allowed });
  if (!allowed) {
    return (
      <EmptyState whole icon={<LockOutlined />} title={tCommon("forbidden.title")} text={tCommon("forbidden.text")} />
    );
  }
  return (
    <>
      <PageHeader title={t("ceilings.title")} note={t("ceilings.note")} />
      {ceilings.isPending && <SkeletonRows />}
      {ceilings.error && <ErrorPanel error={ceilings.error} onRetry={() => void ceilings.refetch()} />}
      {ceilings.data && (
        <CeilingPanel key={store} group={group.slug} ceilings={ceilings.data} store={store} onStore={setStore} />
      )}
    </>
  );
}
