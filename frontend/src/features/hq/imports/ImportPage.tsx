import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { useNow } from "@/components/useNow";
import { useHq } from "@/features/session/useHq";
import { formatSince } from "@/format/date";
import { formatSize } from "@/features/imports/formatSize";
import { ImportRefusal } from "./frame/ImportRefusal";
import { StepBar } from "@/features/imports/frame/StepBar";
import { ImportSteps } from "./ImportSteps";
import { StatusTag } from "@/features/imports/StatusTag";
import { isOpen, stepOf } from "@/features/imports/steps";
import type { Step } from "@/features/imports/steps";
import { useImportsTexts } from "@/features/imports/texts";
import { useImport } from "./useImport";

/** One import, at the step where it stands. It can be left and come back to at any time. */
export function ImportPage() {
  const t = useImportsTexts();
  const now = useNow();
  const { slug: group } = useHq();
  const { id } = useParams({ from: "/_shell/hq/$group/imports/$id" });
  const search = useSearch({ from: "/_shell/hq/$group/imports/$id" });
  const navigate = useNavigate();
  const { job, error, refetch } = useImport(group, id);

  if (error && !job) return <ErrorPanel whole error={error} onRetry={() => void refetch()} />;
  if (!job) return <SkeletonRows />;
  const about = [formatSize(job.size), job.created_by?.name, formatSince(job.created_at, now)];
  const step = stepOf(job, search.step);
  const choice = isOpen(job) && job.columns.length > 0;
  const reachable: Step[] = choice && job.plan && job.trial ? ["columns", "check"] : choice ? ["columns"] : [];

  function go(wanted: Step): void {
    void navigate({
      to: "/hq/$group/imports/$id",
      params: { group, id },
      search: wanted === "check" ? { step: wanted } : {},
    });
  }

  return (
    <>
      <PageHeader
        title={job.file_name}
        note={about.filter(Boolean).join(" · ")}
        actions={<StatusTag status={job.status} />}
      />
      <StepBar current={step} reachable={reachable.filter((one) => one !== step)} onGo={go} />
      <ImportSteps group={group} job={job} step={step} onGo={go} />
      <ImportRefusal error={error} />
      <p className="cz-hidden" role="status">
        {t(`status.${job.status}`)}
      </p>
    </>
  );
}
