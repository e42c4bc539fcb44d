import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { undoDesignChange } from "@/api/sdk.gen";
import type { ChangeOut, DesignedEntityOut } from "@/api/types.gen";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { SkeletonRows } from "@/components/Skeleton";
import { formatDateTime } from "@/format/date";
import { isApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import { changesQuery } from "./api/design";
import styles from "./design.module.css";
import { OriginTag } from "./OriginTag";
import { useDesigning } from "./useDesigning";
import { useDesignWords } from "./useDesignWords";

/** Who changed what, latest first; what can be taken back has a button for it. */
export function Changes({ store, entity, kinds }: { store: string; entity: string | null; kinds: DesignedEntityOut[] }) {
  const { t } = useDesignWords();
  const changes = useQuery(changesQuery(store, entity));
  if (changes.isPending) return <SkeletonRows />;
  if (changes.error) return <ErrorPanel error={changes.error} onRetry={() => void changes.refetch()} />;
  if (changes.data.length === 0) return <EmptyState title={t("changes.none")} />;
  return (
    <ul className={styles.list}>
      {changes.data.map((change) => (
        <Change key={change.id} store={store} change={change} kinds={kinds} />
      ))}
    </ul>
  );
}

function Change({ store, change, kinds }: { store: string; change: ChangeOut; kinds: DesignedEntityOut[] }) {
  const { t, say, label } = useDesignWords();
  const undoing = useDesigning(store, (accept_loss: boolean) =>
    undoDesignChange({ path: { change_id: change.id }, body: { accept_loss }, headers: inStore(store) }),
  );
  const kind = kinds.find(({ name }) => name === change.entity);
  const named = change.field ? nameIn(change, label) : null;
  const what = [say(`changes.kind.${change.kind}`), named, kind ? label(kind.label) : change.entity].filter(Boolean).join(" · ");
  const loses = isApiError(undoing.error, "would_lose");
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        <span>
          {change.actor_name} {what}
        </span>
        <span className={styles.soft}>{formatDateTime(change.at)}</span>
        {loses && <span role="alert">{t("changes.lossText")}</span>}
        {undoing.error && !loses && <FormError error={undoing.error} />}
      </span>
      {change.origin === "hq" && <OriginTag origin="hq" />}
      {change.undone_by && <span className={styles.soft}>{t("changes.undone")}</span>}
      {change.undoable && change.origin !== "hq" && (
        <Button
          size="small"
          danger={loses}
          loading={undoing.isPending}
          aria-label={loses ? t("changes.lossConfirm") : t("changes.undoOf", { what })}
          onClick={() => undoing.mutate(loses)}
        >
          {t(loses ? "changes.lossConfirm" : "changes.undo")}
        </Button>
      )}
    </li>
  );
}

/** What the field was called then. */
function nameIn(change: ChangeOut, label: (label: { zh: string; en: string }) => string): string {
  const row = (change.after ?? change.before) as { label_zh?: string; label_en?: string } | null;
  return label({ zh: row?.label_zh ?? "", en: row?.label_en ?? "" }) || change.field;
}
