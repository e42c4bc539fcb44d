import { Link } from "@tanstack/react-router";
import { Button, Tag } from "antd";
import { formatDateTime, formatSince } from "@/format/date";
import type { Item } from "./api";
import styles from "./approvals.module.css";
import { ItemFacts } from "./ItemFacts";
import { useApprovalTexts } from "./texts";
import type { Answer } from "./useItemActions";

type Props = { store: string; item: Item; now: Date; onAnswer: (item: Item, answer: Answer) => void };

/** What a flow asks: of which record, by whom, until when; a tap to answer, another to confirm. */
export function ItemCard({ store, item, now, onAnswer }: Props) {
  const t = useApprovalTexts();
  const open = item.state === "open";
  const late = open && item.due_at !== null && new Date(item.due_at) < now;
  return (
    <li className={styles.card}>
      <Link to="/s/$store/work/items/$item" params={{ store, item: item.id }} className={styles.head}>
        <span className={styles.title}>{item.title ?? t("unseen")}</span>
        <span className={styles.what}>
          {item.flow} · {item.step}
        </span>
        <span className={styles.soft}>
          {item.started_by && <span>{t("startedBy", { who: item.started_by })}</span>}
          {item.stands_for && <span>{t("standsFor", { who: item.stands_for })}</span>}
          {item.how === "transferred" || item.how === "delegated" ? <span>{t(`how.${item.how}`)}</span> : null}
          <time dateTime={item.at} title={formatDateTime(item.at)}>
            {formatSince(item.decided_at ?? item.at, now)}
          </time>
          {open && item.due_at && (
            <time dateTime={item.due_at} className={late ? styles.late : undefined}>
              {t(late ? "late" : "due", { when: formatSince(item.due_at, now) })}
            </time>
          )}
        </span>
      </Link>
      {open && <ItemFacts store={store} item={item} />}
      {open && item.kind === "approval" && (
        <div className={styles.buttons}>
          <Button onClick={() => onAnswer(item, "reject")}>{t("reject")}</Button>
          <Button type="primary" onClick={() => onAnswer(item, "approve")}>
            {t("approve")}
          </Button>
        </div>
      )}
      {open && (item.kind === "task" || item.kind === "revise") && (
        <div className={styles.buttons}>
          <Button type="primary" onClick={() => onAnswer(item, "complete")}>
            {t(item.kind === "task" ? "complete" : "resubmit")}
          </Button>
        </div>
      )}
      {!open && item.decision && <Tag>{t(`decision.${decisionOf(item.decision)}`)}</Tag>}
    </li>
  );
}

const decisions = ["approved", "rejected", "done", "seen"] as const;
function decisionOf(decision: string): (typeof decisions)[number] | "other" {
  return decisions.find((one) => one === decision) ?? "other";
}
