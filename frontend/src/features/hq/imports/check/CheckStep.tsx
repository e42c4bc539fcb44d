import { ReloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { startImport, tryImport } from "@/api/sdk.gen";
import type { ImportOut, StartIn } from "@/api/types.gen";
import { formatDateTime } from "@/format/date";
import { formatCount } from "@/format/money";
import frame from "@/features/imports/frame/frame.module.css";
import { ImportRefusal } from "../frame/ImportRefusal";
import { useImportsTexts } from "@/features/imports/texts";
import { useJobAction } from "../useJobAction";
import { NewStores } from "./NewStores";
import { PreviewRows } from "./PreviewRows";
import { Problems } from "./Problems";
import { StoresToFill } from "./StoresToFill";
import { WouldHappen } from "./WouldHappen";

type Pack = NonNullable<StartIn["pack"]>;

/** The dry run: what would happen, to which stores, and which rows can't go in. Nothing is written yet. */
export function CheckStep({ group, job, onBack }: { group: string; job: ImportOut; onBack: () => void }) {
  const t = useImportsTexts();
  const [pack, setPack] = useState<Pack>(job.pack);
  const [makeStores, setMakeStores] = useState(job.may_create_stores);
  const { plan, trial } = job;
  const path = { group, import_id: job.id };
  const starting = useJobAction(group, job.id, () => startImport({ path, body: { create_stores: makeStores, pack } }));
  const trying = useJobAction(group, job.id, () => tryImport({ path }));
  if (!plan || !trial) return null;
  const lacking = trial.stores_to_make.length;
  const stuck = plan.good === 0 || (lacking > 0 && !makeStores) || !job.may_run;

  return (
    <>
      <WouldHappen job={job} plan={plan} trial={trial} />
      {lacking > 0 && (
        <NewStores
          count={lacking}
          allowed={job.may_create_stores}
          make={makeStores}
          pack={pack}
          onMake={setMakeStores}
          onPack={setPack}
        />
      )}
      <Problems group={group} job={job} plan={plan} />
      <StoresToFill parts={job.parts} />
      <PreviewRows plan={plan} targets={job.targets} />
      <div className={frame.foot}>
        <ImportRefusal error={starting.error ?? trying.error} />
        <div className={frame.line}>
          <span className={frame.soft}>
            {t("check.at", { at: formatDateTime(trial.at) })}{" "}
            <Button
              type="link"
              size="small"
              icon={<ReloadOutlined />}
              loading={trying.isPending}
              onClick={() => trying.mutate(undefined)}
            >
              {t("check.again")}
            </Button>
          </span>
          <div className={frame.buttons}>
            <Button onClick={onBack}>{t("check.back")}</Button>
            <Button
              type="primary"
              disabled={stuck}
              loading={starting.isPending}
              onClick={() => starting.mutate(undefined)}
            >
              {t("check.start", { count: plan.good, shown: formatCount(plan.good) })}
            </Button>
          </div>
        </div>
      </div>
    </>
  );
}
