import { LockOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { storeHomeQuery } from "@/features/store/api/home";

/** The designer is for who may change what a store keeps. */
export function DesignGate({ store, children }: { store: string; children: ReactNode }) {
  const t = useCommonTexts();
  const home = useQuery(storeHomeQuery(store));
  if (home.isPending) return <SkeletonRows />;
  // Nobody knows yet whether they may.
  if (home.error && !home.data) return <ErrorPanel whole error={home.error} onRetry={() => void home.refetch()} />;
  if (home.data?.permissions.includes("catalogue.design")) return children;
  return <EmptyState whole icon={<LockOutlined />} title={t("forbidden.title")} text={t("forbidden.text")} />;
}
