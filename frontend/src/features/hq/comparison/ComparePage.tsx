import { useQuery } from "@tanstack/react-query";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { useHq } from "@/features/session/useHq";
import { optionsQuery } from "./api/options";
import { ComparisonOfStores } from "./ComparisonOfStores";
import { NoOrders } from "./NoOrders";
import { useCompareTexts } from "./texts";

/** Headquarters' first page: how the stores did, beside each other and beside another period. */
export function ComparePage() {
  const t = useCompareTexts();
  const { slug } = useHq();
  const options = useQuery(optionsQuery(slug));
  if (options.data?.extent) return <ComparisonOfStores options={options.data} extent={options.data.extent} />;
  return (
    <>
      <PageHeader title={t("title")} />
      {options.isPending && <SkeletonRows />}
      {options.error && <ErrorPanel error={options.error} onRetry={() => void options.refetch()} />}
      {options.data && <NoOrders />}
    </>
  );
}
