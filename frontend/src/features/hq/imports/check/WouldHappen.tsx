import type { ImportOut, PlanOut, TrialOut } from "@/api/types.gen";
import { KeyFacts } from "@/components/KeyFacts";
import { Panel } from "@/components/Panel";
import { formatCount, formatMoney } from "@/format/money";
import { useImportsTexts } from "@/features/imports/texts";
import styles from "@/features/imports/check/check.module.css";

/** The figures of the dry run. */
export function WouldHappen({ job, plan, trial }: { job: ImportOut; plan: PlanOut; trial: TrialOut }) {
  const t = useImportsTexts();
  const figures = [
    { key: "create", value: trial.would_create },
    { key: "update", value: trial.would_update },
    { key: "bad", value: plan.bad },
  ] as const;
  return (
    <Panel title={t("check.title")}>
      <ul className={styles.figures}>
        {figures.map(({ key, value }) => (
          <li key={key} data-kind={key} data-zero={value === 0}>
            <strong>{formatCount(value)}</strong>
            <span>{t(`check.${key}`)}</span>
            <span className={styles.soft}>{t(`check.${key}Text`)}</span>
          </li>
        ))}
      </ul>
      <KeyFacts
        columns
        facts={[
          { label: t("check.rows"), value: formatCount(plan.rows) },
          { label: t("check.stores"), value: formatCount(job.parts.length) },
          { label: t("check.amount"), value: formatMoney(plan.amount) },
          {
            label: t("check.days"),
            value:
              plan.first_day && plan.last_day ? t("check.range", { from: plan.first_day, to: plan.last_day }) : "–",
          },
        ]}
      />
    </Panel>
  );
}
