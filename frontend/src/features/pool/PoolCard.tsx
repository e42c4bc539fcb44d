import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useErrorNotice } from "@/components/errorNotice";
import { useNow } from "@/components/useNow";
import { useWords } from "@/features/fields/useWords";
import { valueText } from "@/features/fields/valueText";
import type { Entity } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import { readAnew } from "@/features/records/api/save";
import { recordPath } from "@/features/records/paths";
import { recordTitle } from "@/features/records/recordTitle";
import { doVerb } from "@/features/records/verbs/api";
import { formatDate, formatSince } from "@/format/date";
import { usePoolTexts } from "./texts";
import styles from "./pool.module.css";

const facts = ["brand", "series", "channel", "grade", "status", "region", "budget", "phone"];

type Props = {
  store: string;
  entity: Entity;
  row: Row;
  /** Until when it is left to others. */
  until: string | null;
  picks: boolean;
  onPicked: (record: Row) => void;
  onHandOut: (() => void) | null;
};

/** A lead in the pool: what is known of it, and the one tap that makes it one's own. */
export function PoolCard({ store, entity, row, until, picks, onPicked, onHandOut }: Props) {
  const t = usePoolTexts();
  const words = useWords();
  const now = useNow();
  const client = useQueryClient();
  const { message } = App.useApp();
  const refuse = useErrorNotice();
  const name = recordTitle(entity, row, words);
  const picking = useMutation({
    mutationFn: () => doVerb(store, entity.name, row, "pick", {}),
    onSuccess: ({ record }) => {
      onPicked(record);
      void message.success(t("picked", { name }));
    },
    onError: refuse,
    // Whoever was quicker has it: either way it stands here no more.
    onSettled: () => readAnew(client, store),
  });
  const shown = facts.flatMap((one) => {
    const field = entity.fields.find((candidate) => candidate.name === one);
    return field && row[one] !== null && row[one] !== "" && row[one] !== undefined ? [{ name: one, text: valueText(row[one], field, words) }] : [];
  });
  const need = typeof row["need"] === "string" ? row["need"] : "";
  const reason = typeof row["release_reason"] === "string" ? row["release_reason"] : "";
  return (
    <li className={styles.card}>
      <div className={styles.about}>
        <Link className={styles.name} to={recordPath(store, entity.name, idOf(row))}>
          {name}
        </Link>
        <div className={styles.facts}>
          {shown.map((fact) => (
            <span key={fact.name}>{fact.text}</span>
          ))}
        </div>
        {need && <div className={styles.need}>{need}</div>}
        <div className="cz-soft">
          {typeof row["pooled_at"] === "string" && t("since", { when: formatSince(row["pooled_at"], now) })}
          {reason && ` · ${t("because", { reason })}`}
        </div>
        {until && <div className="cz-soft">{t("cooling", { until: formatDate(until) })}</div>}
      </div>
      <div className={styles.buttons}>
        {onHandOut && (
          <Button aria-label={t("handingOut", { name })} onClick={onHandOut}>
            {t("handOut")}
          </Button>
        )}
        {picks && !until && (
          <Button type="primary" aria-label={t("picking", { name })} loading={picking.isPending} onClick={() => picking.mutate()}>
            {t("pick")}
          </Button>
        )}
      </div>
    </li>
  );
}
