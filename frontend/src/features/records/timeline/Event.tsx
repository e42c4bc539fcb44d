import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { restoreValue } from "@/api/sdk.gen";
import type { FieldChangeOut, TimelineEventOut } from "@/api/types.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { useAgent } from "@/components/useAgent";
import { useNow } from "@/components/useNow";
import { FieldValue } from "@/features/fields/FieldValue";
import { formatDateTime, formatSince } from "@/format/date";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { readAnew, showSaved, versionOf } from "../api/save";
import { isOpen, isSame } from "../form/values";
import { useRecordsTexts } from "../texts";
import { Comment } from "./Comment";
import styles from "./timeline.module.css";

type Props = { store: string; entity: Entity; record: Row; event: TimelineEventOut; who: string };

export function Event({ store, entity, record, event, who }: Props) {
  const t = useRecordsTexts();
  const now = useNow();
  const agent = useAgent()(event.reason);
  return (
    <li className={styles.event}>
      <div>
        <span className={styles.who}>{agent ?? who}</span> {t(`timeline.${event.kind}`)}{" "}
        <time className="cz-soft" dateTime={event.at} title={formatDateTime(event.at)}>
          {formatSince(event.at, now)}
        </time>
      </div>
      {event.reason && !agent && <div className="cz-soft">{event.reason}</div>}
      {event.comment && (
        <Comment store={store} comment={event.comment} mayComment={entity.actions.includes("comment")} />
      )}
      {event.kind === "updated" &&
        event.changes.map((change) => (
          <Changed key={change.field} store={store} entity={entity} record={record} entry={event.entry_id} change={change} />
        ))}
    </li>
  );
}

type ChangedProps = Pick<Props, "store" | "entity" | "record"> & { entry: string | null; change: FieldChangeOut };

/** What a field said before and after; the value before can be put back, by whoever may write it. */
function Changed({ store, entity, record, entry, change }: ChangedProps) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const restoring = useMutation({
    mutationFn: (entryId: string) =>
      restoreValue({
        headers: inStore(store),
        path: { entity: entity.name, record_id: idOf(record) },
        body: { entry_id: entryId, field: change.field, version: versionOf(record) },
      }),
    onSuccess: (answer) => {
      showSaved(client, store, entity.name, answer);
      void readAnew(client, store);
    },
    onError: refuse,
  });
  const field = entity.fields.find(({ name }) => name === change.field);
  if (!field) return null;
  const label = labelIn(field.label, i18n.language);
  const shown = (value: unknown) => <FieldValue value={value} field={field} store={store} row={record} plain />;
  const restorable =
    entry !== null && !change.masked && isOpen(field, record) && !isSame(record[field.name], change.before, field);
  return (
    <div className={styles.change}>
      <span className="cz-soft">{label}</span>
      <span>
        <s className="cz-soft">{shown(change.before)}</s> → {shown(change.after)}
      </span>
      {restorable && (
        <Button
          type="link"
          size="small"
          loading={restoring.isPending}
          aria-label={t("timeline.restoreOf", { field: label })}
          onClick={() => restoring.mutate(entry)}
        >
          {t("timeline.restore")}
        </Button>
      )}
    </div>
  );
}
