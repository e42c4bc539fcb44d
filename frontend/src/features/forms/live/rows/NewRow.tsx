import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import { FormError } from "@/components/FormError";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import type { Entity } from "@/features/records/api/entities";
import { createOne, readAnew } from "@/features/records/api/save";
import { FormField } from "@/features/records/form/FormFields";
import { refusedFields } from "@/features/records/form/refusals";
import { useRecordForm } from "@/features/records/form/useRecordForm";
import { outgoingValues } from "@/features/records/form/values";
import { useFormsTexts } from "../../texts";
import { isWaiting, useLive } from "../useLive";
import styles from "./rows.module.css";

type Props = { store: string; entity: Entity; columns: string[]; begin: Record<string, unknown>; onClose: () => void };

/** A new row, by the form of its own kind of record where there is one. It stands within another form: nothing typed here reaches that. */
export function NewRow({ store, entity: whole, columns, begin, onClose }: Props) {
  const t = useFormsTexts();
  const tCommon = useCommonTexts();
  const client = useQueryClient();
  const placeRef = useRef<HTMLDivElement>(null);
  const live = useLive(store, whole, "create", null);
  const fields = columns.flatMap((name) => live.entity.fields.find((field) => field.name === name) ?? []);
  const entity = { ...live.entity, fields };
  const saving = useMutation({
    mutationFn: (values: Record<string, unknown>) => createOne(store, whole.name, { ...values, ...begin }),
    onSuccess: async () => {
      await readAnew(client, store);
      onClose();
    },
  });
  const state = useRecordForm({
    entity,
    base: {},
    given: live.given,
    against: live.against,
    error: saving.error,
    onSubmit: (values) => saving.mutate(outgoingValues(state.changed, values)),
  });
  useEffect(() => live.tell({ ...begin, ...state.entered }));
  const ready = !isWaiting(live);
  useEffect(() => {
    if (ready) placeRef.current?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, [ready]);
  if (!ready) return <SkeletonRows rows={1} />;
  const named = Object.keys(refusedFields(saving.error)).filter((name) => columns.includes(name));

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === "Escape") return onClose();
    const choosing = placeRef.current?.querySelector("[aria-expanded='true']");
    if (event.key !== "Enter" || choosing || !(event.target instanceof HTMLInputElement)) return undefined;
    event.preventDefault();
    return state.submit();
  }
  return (
    <div ref={placeRef} role="group" aria-label={t("rows.new")} className={styles.fresh}>
      <div role="presentation" className={styles.entered} onKeyDown={onKeyDown}>
        {fields.map((field) => (
          <div key={field.name} data-field={field.name}>
            <FormField store={store} field={field} record={{}} state={state} />
          </div>
        ))}
      </div>
      <FormError error={named.length > 0 ? null : saving.error} />
      <div className={styles.buttons}>
        <Button type="primary" ghost loading={saving.isPending} onClick={state.submit}>
          {t("rows.save")}
        </Button>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
      </div>
    </div>
  );
}
