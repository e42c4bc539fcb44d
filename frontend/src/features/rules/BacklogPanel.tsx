import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { readBacklog, replayEvent } from "@/api/sdk.gen";
import type { DeadLetterOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { useNow } from "@/components/useNow";
import { formatDateTime, formatSince } from "@/format/date";
import type { Entity } from "@/features/records/api/entities";
import { recordPath } from "@/features/records/paths";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import styles from "./rules.module.css";
import { useRuleTexts } from "./texts";

const keyOf = (store: string) => ["store", store, "backlog"] as const;

/** What of the store's changes waits, and what was given up, to be tried again. */
export function BacklogPanel({ store, entities }: { store: string; entities: Entity[] }) {
  const t = useRuleTexts();
  const now = useNow();
  const backlog = useQuery({ queryKey: keyOf(store), queryFn: ({ signal }) => readBacklog({ headers: inStore(store), signal }), refetchInterval: 15_000 });
  const found = backlog.data;
  if (!found) return <FormError error={backlog.error} />;
  const calm = found.waiting === 0 && found.again === 0 && found.dead === 0;
  return (
    <Panel title={t("backlog.title")} flush>
      <div className={styles.figures} role="status">
        {calm && <span>{t("backlog.none")}</span>}
        {found.waiting > 0 && <span>{t("backlog.waiting", { count: found.waiting, since: found.since ? formatSince(found.since, now) : "" })}</span>}
        {found.again > 0 && <span>{t("backlog.again", { count: found.again })}</span>}
        {found.dead > 0 && <b className={styles.trouble}>{t("backlog.dead", { count: found.dead })}</b>}
        {found.dead > found.letters.length && <span className={styles.soft}>{t("backlog.shown", { count: found.letters.length })}</span>}
      </div>
      <ul className={styles.list}>
        {found.letters.map((letter) => (
          <LetterLine key={letter.id} store={store} letter={letter} entity={entities.find(({ name }) => name === letter.entity)} />
        ))}
      </ul>
    </Panel>
  );
}

function LetterLine({ store, letter, entity }: { store: string; letter: DeadLetterOut; entity: Entity | undefined }) {
  const t = useRuleTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => replayEvent({ path: { letter_id: letter.id }, headers: inStore(store) }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(store) }),
  });
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <span>
          {entity && labelIn(entity.label, i18n.language)}{" "}
          {letter.entity.startsWith("timer:") ? t("backlog.timer") : letter.title === null || !letter.record_id ? <span className={styles.soft}>{t("log.gone")}</span> : <Link to={recordPath(store, letter.entity, letter.record_id)}>{letter.title}</Link>}
        </span>
        <span className={styles.soft}>{t("backlog.tried", { count: letter.attempts, at: formatDateTime(letter.dead_at), error: letter.error })}</span>
        <FormError error={again.error} />
      </div>
      <Button loading={again.isPending} onClick={() => again.mutate()}>
        {t("backlog.retry")}
      </Button>
    </li>
  );
}
