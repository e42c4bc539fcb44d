import { BorderOutlined, CheckCircleFilled, EllipsisOutlined, FlagFilled } from "@ant-design/icons";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import type { MenuProps } from "antd";
import { formatDateTime, formatSince } from "@/format/date";
import { recordPath } from "@/features/records/paths";
import { quickMoments, instantOf } from "./moments";
import { timeOf } from "./task";
import type { Task } from "./task";
import { useWorkTexts } from "./texts";
import type { TaskActions } from "./useTaskActions";
import styles from "./work.module.css";

type Props = {
  store: string;
  task: Task;
  now: Date;
  /** Whose it is, or who asked for it, as the tab wants it told. */
  who: string | null;
  /** Whether the person may bring it to an end. */
  mine: boolean;
  actions: TaskActions;
  onHandOn: (task: Task) => void;
  onResult: (task: Task) => void;
};

/** A task: one tap and it is done. */
export function TaskLine({ store, task, now, who, mine, actions, onHandOn, onResult }: Props) {
  const t = useWorkTexts();
  const navigate = useNavigate();
  const open = task.status === "open";
  const path = recordPath(store, "task", task.id);
  const moments = quickMoments(now);
  const menu: MenuProps = {
    items: open
      ? [
          { key: "result", label: t("withResult") },
          { key: "handOn", label: t("handOn") },
          { key: "putOff", label: t("putOff"), children: moments.map(({ key }) => ({ key, label: t(key) })) },
          { type: "divider" },
          { key: "open", label: t("open") },
          { key: "cancel", label: t("cancel"), danger: true },
        ]
      : [
          { key: "reopen", label: t("reopen") },
          { key: "open", label: t("open") },
        ],
    onClick: ({ key }) => {
      if (key === "result") onResult(task);
      else if (key === "handOn") onHandOn(task);
      else if (key === "cancel") actions.cancel(task);
      else if (key === "reopen") actions.reopen(task.id, true);
      else if (key === "open") void navigate({ to: path });
      const moment = moments.find((one) => one.key === key);
      if (moment) actions.putOff(task, instantOf(moment.at));
    },
  };
  const late = open && timeOf(task.due, now) === "overdue";
  return (
    <li className={styles.line}>
      {open && mine ? (
        <button type="button" className={styles.circle} aria-label={t("finish", { what: task.what })} disabled={actions.busy} onClick={() => actions.finish(task, null)} />
      ) : (
        <span className={styles.state} aria-hidden>
          {task.status === "done" ? <CheckCircleFilled className={styles.done} /> : <BorderOutlined />}
        </span>
      )}
      <span className={styles.words}>
        <Link to={path} className={open ? styles.what : styles.past}>
          {task.priority === "high" && <FlagFilled className={styles.flag} aria-label={t("high")} />}
          {task.what}
        </Link>
        <span className={styles.about}>
          {task.due && open && (
            <time dateTime={task.due} title={formatDateTime(task.due)} className={late ? styles.late : undefined}>
              {t(late ? "overdueSince" : "due", { when: formatSince(task.due, now) })}
            </time>
          )}
          {task.doneAt && <time dateTime={task.doneAt}>{t(task.status === "done" ? "doneAt" : "cancelledAt", { when: formatSince(task.doneAt, now) })}</time>}
          {task.about?.title && <Link to={recordPath(store, task.about.entity, task.about.id)}>{task.about.title}</Link>}
          {who && <span>{who}</span>}
          {!open && task.result && <span>{task.result}</span>}
        </span>
      </span>
      {mine && (
        <Dropdown menu={menu} trigger={["click"]} placement="bottomRight">
          <Button type="text" icon={<EllipsisOutlined />} aria-label={t("more", { what: task.what })} />
        </Dropdown>
      )}
    </li>
  );
}
