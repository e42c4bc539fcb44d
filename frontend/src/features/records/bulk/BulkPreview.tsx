import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { previewBulk } from "@/api/sdk.gen";
import type { BulkOrderIn } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { SkeletonRows } from "@/components/Skeleton";
import { refusalText } from "@/features/fields/refusalText";
import { formatCount } from "@/format/money";
import { inStore } from "@/http/inStore";
import type { Entity } from "../api/entities";
import { useRecordsTexts } from "../texts";
import styles from "./bulk.module.css";

type Props = {
  store: string;
  entity: Entity;
  order: BulkOrderIn;
  carrying: boolean;
  error: unknown;
  onCarryOut: (order: BulkOrderIn) => void;
  onBack?: () => void;
};

/** What would happen, to how many, and what is left out and why; nothing has happened yet. */
export function BulkPreview({ store, entity, order, carrying, error, onCarryOut, onBack }: Props) {
  const t = useRecordsTexts();
  const preview = useQuery({
    queryKey: ["store", store, "bulk", entity.name, order],
    queryFn: ({ signal }) => previewBulk({ signal, headers: inStore(store), path: { entity: entity.name }, body: order }),
    gcTime: 0,
  });
  if (preview.error) return <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <SkeletonRows rows={3} />;
  const { chosen, allowed, refused, sample } = preview.data;
  const deleting = order.kind === "delete";
  const names = sample.map(({ title }) => title).filter((title) => title !== null);
  return (
    <div className={styles.body}>
      <p>{t(deleting ? "bulk.wouldDelete" : "bulk.wouldChange", { count: formatCount(allowed), of: formatCount(chosen) })}</p>
      {names.length > 0 && (
        <p className="cz-soft">
          {t("bulk.sample", { names: names.slice(0, 5).join(t("joinList")) })}
        </p>
      )}
      {refused.length > 0 && (
        <ul aria-label={t("bulk.leftOut")}>
          {refused.map((why) => (
            <li key={`${why.code} ${why.field}`}>
              {t("bulk.refused", { count: formatCount(why.records), why: refusalText({ code: why.code, params: { field: why.field } }) })}
            </li>
          ))}
        </ul>
      )}
      <p className="cz-soft">{t(deleting ? "bulk.binHint" : "bulk.undoHint")}</p>
      <FormError error={error} />
      <div className={styles.answers}>
        {onBack && <Button onClick={onBack}>{t("bulk.back")}</Button>}
        <Button type="primary" danger={deleting} disabled={allowed === 0} loading={carrying} onClick={() => onCarryOut(order)}>
          {t(deleting ? "bulk.deleteThem" : "bulk.changeThem", { count: formatCount(allowed) })}
        </Button>
      </div>
    </div>
  );
}
