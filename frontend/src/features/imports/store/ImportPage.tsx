import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useNow } from "@/components/useNow";
import { formatSince } from "@/format/date";
import { ApiError } from "@/http/ApiError";
import { formatSize } from "../formatSize";
import frame from "../frame/frame.module.css";
import { StepBar } from "../frame/StepBar";
import { StatusTag } from "../StatusTag";
import { isAtWork, isOpen, stepOf } from "../steps";
import type { Step } from "../steps";
import { useImportsTexts } from "../texts";
import { CheckStep } from "./CheckStep";
import { ColumnsStep } from "./ColumnsStep";
import { FileRefusal } from "./FileRefusal";
import { importsPath } from "./paths";
import { ResultStep } from "./ResultStep";
import { RunStep } from "./RunStep";
import { useStoreImport } from "./useStoreImport";

/** One import, at the step where it stands. It can be left and come back to at any time. */
export function ImportPage() {
  const t = useImportsTexts();
  const now = useNow();
  const { store = "", job: id = "" } = useParams({ strict: false });
  const asked: Step | undefined = useSearch({ strict: false }).step;
  const navigate = useNavigate();
  const { job, error, refetch } = useStoreImport(store, id);

  if (error && !job) return <ErrorPanel whole error={error} onRetry={() => void refetch()} />;
  if (!job) return <SkeletonRows />;
  const wanted = job.phase === "trying" ? "check" : asked;
  const step = stepOf(job, wanted);
  const choice = isOpen(job) && job.columns.length > 0;
  const reachable: Step[] = choice && job.trial ? ["columns", "check"] : choice ? ["columns"] : [];

  function go(next: Step): void {
    void navigate({ to: ".", search: next === "check" ? { step: next } : {} });
  }
  const another = (
    <Link to={importsPath(store, job.entity)}>
      <Button>{t("file.another")}</Button>
    </Link>
  );

  return (
    <>
      <PageHeader
        above={<Link to={importsPath(store, job.entity)}>{t("store.back")}</Link>}
        title={job.file_name}
        note={[formatSize(job.size), formatSince(job.created_at, now)].join(" · ")}
        actions={<StatusTag status={job.status} />}
      />
      <StepBar current={step} reachable={reachable.filter((one) => one !== step)} onGo={go} />
      {isAtWork(job) && <RunStep store={store} job={job} />}
      {!isAtWork(job) && (step === "columns" || step === "file") && (
        <>
          {job.error && (
            <Panel>
              <div className={frame.stack}>
                <FileRefusal error={new ApiError({ status: 422, ...job.error, params: job.error.params as ApiError["params"] })} />
                <div>{another}</div>
              </div>
            </Panel>
          )}
          {!job.error && job.status === "cancelled" && (
            <Panel>
              <div className={frame.stack}>
                <p>{t("store.run.stopped")}</p>
                <div>{another}</div>
              </div>
            </Panel>
          )}
          {job.columns.length > 0 && (
            <ColumnsStep
              key={`${job.table?.sheet} ${job.table?.header_row} ${job.columns.length}`}
              store={store}
              job={job}
              onNext={() => go("check")}
            />
          )}
        </>
      )}
      {!isAtWork(job) && step === "check" && (
        <CheckStep key={job.trial?.at} store={store} job={job} onBack={() => go("columns")} />
      )}
      {!isAtWork(job) && step === "result" && <ResultStep store={store} job={job} />}
      <p className="cz-hidden" role="status">
        {t(`status.${job.status}`)}
      </p>
    </>
  );
}
