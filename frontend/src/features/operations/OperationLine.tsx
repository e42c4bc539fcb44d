import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { undoOperation } from "@/api/sdk.gen";
import type { BulkKeptOut, OperationOut, OperationUndoneOut } from "@/api/types.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { useNow } from "@/components/useNow";
import type { Entity } from "@/features/records/api/entities";
import { readAnew } from "@/features/records/api/save";
import { formatDateTime, formatSince } from "@/format/date";
import { formatCount } from "@/format/money";
import { inStore } from "@/http/inStore";
import { looksOnly } from "@/http/lookOnly";
import { labelIn } from "@/i18n/labelIn";
import { operationsQuery } from "./api";
import styles from "./operations.module.css";
import { useOperationsTexts } from "./texts";

/** So many are named of those that stay as they are. */
const named = 20;

type Props = { store: string; operation: OperationOut; kind: Entity | undefined };

/** One change to many: what, when, to how many, and the way back. */
export function OperationLine({ store, operation, kind }: Props) {
  const t = useOperationsTexts();
  const { i18n } = useTranslation();
  const now = useNow();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { modal, message } = App.useApp();
  const what = t("of", {
    kind: t(`kind.${operation.kind}`),
    count: formatCount(operation.records),
    entity: kind ? labelIn(kind.label_plural, i18n.language) : operation.entity,
  });
  const labels = operation.fields.flatMap((name) => kind?.fields.filter((field) => field.name === name) ?? []);
  const fields = labels.map(({ label }) => labelIn(label, i18n.language)).join(t("joinList"));
  const undoing = useMutation({
    mutationFn: () => undoOperation({ headers: inStore(store), path: { operation_id: operation.id } }),
    onSuccess: tell,
    onError: refuse,
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: operationsQuery(store).queryKey }), readAnew(client, store)]),
  });
  function tell({ restored, kept }: OperationUndoneOut): void {
    const text = t("done", { count: restored });
    if (kept.length === 0) void message.success(text);
    else modal.info({ title: text, content: <KeptList kept={kept} /> });
  }
  const ask = () =>
    modal.confirm({
      title: t("askTitle"),
      content: t("ask", { what, when: formatDateTime(operation.at) }),
      okText: t("undo"),
      cancelText: t("leave"),
      onOk: () => undoing.mutate(),
    });
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        <span className={styles.what}>{what}</span>
        <span className="cz-soft cz-small">
          <time dateTime={operation.at} title={formatDateTime(operation.at)}>
            {formatSince(operation.at, now)}
          </time>
          {fields && ` · ${t("fields", { fields })}`}
        </span>
      </span>
      {operation.undone_at ? (
        <span className="cz-soft" title={formatDateTime(operation.undone_at)}>
          {t("undone", { when: formatSince(operation.undone_at, now) })}
        </span>
      ) : (
        !looksOnly(store) && (
          <Button size="small" loading={undoing.isPending} aria-label={t("undoOf", { what })} onClick={ask}>
            {t("undo")}
          </Button>
        )
      )}
    </li>
  );
}

/** Records that stay as they are, and why. */
function KeptList({ kept }: { kept: BulkKeptOut[] }) {
  const t = useOperationsTexts();
  return (
    <>
      <p>{t("kept", { count: kept.length })}</p>
      <ul className={styles.kept}>
        {kept.slice(0, named).map(({ record_id, reason, title }) => (
          <li key={record_id}>{t(reason, { title: title ?? t("unnamed") })}</li>
        ))}
        {kept.length > named && <li>{t("rest", { count: kept.length - named })}</li>}
      </ul>
    </>
  );
}
