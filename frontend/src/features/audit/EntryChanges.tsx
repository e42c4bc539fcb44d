import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { restoreValue } from "@/api/sdk.gen";
import type { AuditEntryOut, FieldChangeOut } from "@/api/types.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { FieldValue } from "@/features/fields/FieldValue";
import { canBeWritten } from "@/features/fields/FieldInput";
import type { Entity } from "@/features/records/api/entities";
import { recordQuery } from "@/features/records/api/record";
import { readAnew, showSaved, versionOf } from "@/features/records/api/save";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import styles from "./audit.module.css";
import { useAuditTexts } from "./texts";

const few = 4;

type Props = { store: string; entity: Entity; entry: AuditEntryOut };

/** What each field said before and after. */
export function EntryChanges({ store, entity, entry }: Props) {
  const t = useAuditTexts();
  const [whole, setWhole] = useState(false);
  const order = new Map(entity.fields.map(({ name }, at) => [name, at]));
  const changes = entry.changes.toSorted((one, other) => (order.get(one.field) ?? 0) - (order.get(other.field) ?? 0));
  const shown = whole ? changes : changes.slice(0, few);
  return (
    <>
      {shown.map((change) => (
        <Changed key={change.field} store={store} entity={entity} entry={entry} change={change} />
      ))}
      {entry.changes.length > few && (
        <Button type="link" size="small" className={styles.whole} aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t("fewer") : t("all", { count: entry.changes.length })}
        </Button>
      )}
    </>
  );
}

function Changed({ store, entity, entry, change }: Props & { change: FieldChangeOut }) {
  const { i18n } = useTranslation();
  const field = entity.fields.find(({ name }) => name === change.field);
  if (!field) return null;
  const value = (one: unknown) => <FieldValue value={one} field={field} store={store} row={{}} plain />;
  const restorable = entry.kind === "updated" && entry.there && !change.masked && canBeWritten(field);
  return (
    <div className={styles.change}>
      <span className="cz-soft">{labelIn(field.label, i18n.language)}</span>
      <span>
        {entry.kind === "updated" && (
          <>
            <s className="cz-soft">{value(change.before)}</s> →{" "}
          </>
        )}
        {value(entry.kind === "deleted" ? change.before : change.after)}
        {restorable && (
          <Restore store={store} entity={entity} entry={entry} field={field.name} label={labelIn(field.label, i18n.language)} />
        )}
      </span>
    </div>
  );
}

/** Puts the value before the change back, by an ordinary change of the record as it is now. */
function Restore(props: Props & { field: string; label: string }) {
  const { store, entity, entry, field, label } = props;
  const t = useAuditTexts();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const restoring = useMutation({
    mutationFn: async (id: string) => {
      const { record } = await client.fetchQuery({ ...recordQuery(store, entity.name, id), staleTime: 0 });
      return restoreValue({
        headers: inStore(store),
        path: { entity: entity.name, record_id: id },
        body: { entry_id: entry.id, field, version: versionOf(record) },
      });
    },
    onSuccess: (answer) => {
      showSaved(client, store, entity.name, answer);
      void readAnew(client, store);
      void message.success(t("restored", { field: label }));
    },
    onError: useErrorNotice(),
  });
  const id = entry.record_id;
  if (!id) return null;
  const ask = () =>
    modal.confirm({
      title: t("restoreTitle", { field: label }),
      content: t("restoreText"),
      okText: t("restore"),
      cancelText: t("leave"),
      onOk: () => restoring.mutate(id),
    });
  return (
    <Button type="link" size="small" loading={restoring.isPending} aria-label={t("restoreOf", { field: label })} onClick={ask}>
      {t("restore")}
    </Button>
  );
}
