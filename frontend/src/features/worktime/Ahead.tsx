import { Tag } from "antd";
import type { WorkingTimeOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { useWorktimeTexts } from "./texts";
import styles from "./worktime.module.css";

type Day = WorkingTimeOut["holidays"][number];
type Run = { first: Day; last: Day };

/** Days in a row that are the same go together. */
function runs(days: Day[]): Run[] {
  const found: Run[] = [];
  for (const day of days) {
    const run = found.at(-1);
    const next = run && new Date(run.last.day).getTime() + 86_400_000 === new Date(day.day).getTime();
    if (run && next && run.last.name === day.name && run.last.open === day.open) run.last = day;
    else found.push({ first: day, last: day });
  }
  return found;
}

/** What the holidays of a year ahead are for this store, as it is saved. */
export function Ahead({ told }: { told: WorkingTimeOut }) {
  const t = useWorktimeTexts();
  return (
    <Panel title={t("ahead")}>
      <ul className={styles.ahead}>
        {runs(told.holidays).map(({ first, last }) => (
          <li key={first.day}>
            <span className={styles.days}>{first.day === last.day ? first.day : `${first.day} – ${last.day.slice(5)}`}</span>
            <span>{first.name ? t(`holiday.${first.name}`) : t("worked")}</span>
            <Tag color={first.open ? "green" : "default"}>{t(first.open ? "isOpen" : "isClosed")}</Tag>
          </li>
        ))}
      </ul>
      <p className="cz-soft">{t("known", { day: told.known })}</p>
    </Panel>
  );
}
