import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { ImportOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { ApiError } from "@/http/ApiError";
import { CheckStep } from "./check/CheckStep";
import { ColumnsStep } from "./columns/ColumnsStep";
import frame from "@/features/imports/frame/frame.module.css";
import { ImportRefusal } from "./frame/ImportRefusal";
import { WorkProgress } from "@/features/imports/frame/WorkProgress";
import { ResultStep } from "./result/ResultStep";
import { RunStep } from "./run/RunStep";
import type { Step } from "@/features/imports/steps";
import { useImportsTexts } from "@/features/imports/texts";

type Props = { group: string; job: ImportOut; step: Step; onGo: (step: Step) => void };

export function ImportSteps({ group, job, step, onGo }: Props) {
  const t = useImportsTexts();
  if (job.status === "analysing") {
    const phase = job.phase === "planning" || job.phase === "trying" ? job.phase : "reading";
    return (
      <Panel>
        <WorkProgress progress={job.progress} label={t(`analysing.${phase}`)} />
      </Panel>
    );
  }
  switch (step) {
    case "file":
    case "columns":
      return (
        <>
          <Refusal group={group} job={job} />
          {job.columns.length > 0 && <ColumnsStep group={group} job={job} onNext={() => onGo("check")} />}
        </>
      );
    case "check":
      return <CheckStep group={group} job={job} onBack={() => onGo("columns")} />;
    case "run":
      return <RunStep group={group} job={job} />;
    case "result":
      return <ResultStep group={group} job={job} />;
  }
}

/** Why the file could not be read or checked. */
function Refusal({ group, job }: { group: string; job: ImportOut }) {
  const t = useImportsTexts();
  if (!job.error) return null;
  return (
    <Panel>
      <div className={frame.stack}>
        <ImportRefusal
          error={new ApiError({ status: 422, ...job.error, params: job.error.params as ApiError["params"] })}
        />
        <div>
          <Link to="/hq/$group/imports/new" params={{ group }}>
            <Button>{t("file.another")}</Button>
          </Link>
        </div>
      </div>
    </Panel>
  );
}
