import { CheckCircleOutlined, LinkOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { isApiError } from "@/http/ApiError";
import { proveEmail } from "./api/entrance";
import { useEntranceTexts } from "./texts";

/** The page behind the link of a confirmation mail. */
export function VerifyEmailPage() {
  const t = useEntranceTexts();
  const { key } = useParams({ from: "/_entrance/verify-email/$key" });
  const proof = useQuery({
    queryKey: ["auth", "prove-email", key],
    queryFn: () => proveEmail(key),
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (proof.isPending) return <SkeletonRows rows={3} />;
  const go = <Link to="/">{t("email.go")}</Link>;
  if (isApiError(proof.error) && proof.error.status === 400) {
    return <EmptyState whole icon={<LinkOutlined />} title={t("email.badTitle")} text={t("email.badText")} actions={go} />;
  }
  if (proof.error) return <ErrorPanel error={proof.error} onRetry={() => void proof.refetch()} />;
  return <EmptyState whole icon={<CheckCircleOutlined />} title={t("email.done")} text={t("email.doneText")} actions={go} />;
}
