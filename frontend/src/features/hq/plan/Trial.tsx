import { ClockCircleOutlined, ExclamationCircleOutlined } from "@ant-design/icons";
import dayjs from "dayjs";
import type { GroupPlan } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import styles from "./plan.module.css";
import { usePlanTexts } from "./texts";
import { trialDays } from "./trialDays";

export function Trial({ plan }: { plan: GroupPlan }) {
  const t = usePlanTexts();
  const { total, used } = trialDays(plan);
  const lastDay = dayjs(plan.trial_ends_on).subtract(1, "day").format("YYYY-MM-DD");
  const over = plan.days_left === 0;
  return (
    <Panel title={over ? t("over") : t("trial")}>
      <p className={styles.big}>
        {over ? <ExclamationCircleOutlined aria-hidden className={styles.over} /> : <ClockCircleOutlined aria-hidden />}{" "}
        {over ? t("ended", { day: lastDay }) : t("daysLeft", { count: plan.days_left })}
      </p>
      <progress className={styles.bar} value={used} max={total} aria-label={t("daysUsed", { used, total })} />
      {!over && <p>{t("ends", { day: lastDay, started: plan.trial_started_on })}</p>}
      <p className={styles.soft}>{t("noCard")}</p>
    </Panel>
  );
}
