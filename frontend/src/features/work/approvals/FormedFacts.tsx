import { useTranslation } from "react-i18next";
import { KeyFacts } from "@/components/KeyFacts";
import { SkeletonRows } from "@/components/Skeleton";
import { FieldValue } from "@/features/fields/FieldValue";
import { FormLayout } from "@/features/forms/live/FormLayout";
import { isWaiting, useLive } from "@/features/forms/live/useLive";
import type { Entity } from "@/features/records/api/entities";
import type { Row } from "@/features/records/api/list";
import { labelIn } from "@/i18n/labelIn";
import type { Asked } from "./api";
import styles from "./approvals.module.css";

const nothingBad: ReadonlySet<string> = new Set();

/** The record by the form of the step. */
export function FormedFacts({ store, entity, asked, record }: { store: string; entity: Entity; asked: Asked; record: Row }) {
  const { i18n } = useTranslation();
  const live = useLive(store, entity, "detail", asked.record_id, asked.id);
  if (isWaiting(live)) return <SkeletonRows rows={6} />;
  if (!live.form || !live.state) return null;
  return (
    <div className={styles.formed}>
    <FormLayout form={live.form} state={live.state} entity={live.entity} bad={nothingBad} rows={{ store, record: asked.record_id, still: true }}>
      {(field) => (
        <KeyFacts
          facts={[{ key: field.name, label: labelIn(field.label, i18n.language), value: <FieldValue value={record[field.name]} field={field} store={store} row={record} whole /> }]}
        />
      )}
    </FormLayout>
    </div>
  );
}
