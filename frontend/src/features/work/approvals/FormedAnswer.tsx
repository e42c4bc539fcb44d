import { Button } from "antd";
import { useEffect, useState } from "react";
import { FormError } from "@/components/FormError";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { KindOfRecord } from "@/features/files/KindOfRecord";
import { FormLayout } from "@/features/forms/live/FormLayout";
import { isWaiting, useLive } from "@/features/forms/live/useLive";
import type { Entity } from "@/features/records/api/entities";
import type { Row } from "@/features/records/api/list";
import { FormField } from "@/features/records/form/FormFields";
import { ProblemList } from "@/features/records/form/ProblemList";
import { refusedFields } from "@/features/records/form/refusals";
import { useRecordForm } from "@/features/records/form/useRecordForm";
import { outgoingValues } from "@/features/records/form/values";
import { isApiError } from "@/http/ApiError";
import type { Asked } from "./api";
import styles from "./approvals.module.css";
import { ItemFacts } from "./ItemFacts";
import { nothingSaid, Remark, remarkOf, unsaid } from "./Remark";
import { useApprovalTexts } from "./texts";
import { useItemActions } from "./useItemActions";

type Props = { store: string; entity: Entity; asked: Asked; record: Row; answer: "approve" | "complete" | "reject"; onClose: () => void; onDone: () => void };

/** The answer with the form of the step, filled in as the record's own form is. */
export function FormedAnswer({ store, entity: whole, asked, record, answer, onClose, onDone }: Props) {
  const t = useApprovalTexts();
  const tCommon = useCommonTexts();
  const actions = useItemActions(store, asked.id, onDone);
  const live = useLive(store, whole, "edit", asked.record_id, asked.id);
  const [said, setSaid] = useState(nothingSaid);
  const entity = { ...live.entity, fields: live.entity.fields.map((field) => ({ ...field, read_only: field.read_only || !asked.write.includes(field.name) })) };
  const lacking = unsaid(asked, false, said);
  const version = typeof record.version === "number" ? record.version : null;
  const state = useRecordForm({
    entity,
    base: record,
    against: live.against,
    error: actions.error,
    onSubmit: (values) => {
      if (lacking.length > 0) return;
      actions.answer(answer, {
        ...remarkOf(asked, said),
        ...(asked.kind === "approval" && version !== null ? { version } : {}),
        ...(state.changed.length > 0 ? { version, values: outgoingValues(state.changed, values) } : {}),
      });
    },
  });
  useEffect(() => live.tell(state.entered));
  if (isWaiting(live)) return <SkeletonRows rows={6} />;
  const bad = new Set(state.problems.map(({ name }) => name));
  const inField = Object.keys(refusedFields(actions.error)).length > 0;
  return (
    <KindOfRecord value={entity.name}>
      <form {...state.form} className={styles.form}>
        <p>
          {asked.title ?? t("unseen")} · {asked.step}
        </p>
        {asked.text && <p className={styles.text}>{asked.text}</p>}
        <ItemFacts store={store} item={asked} plain without={entity.fields.map(({ name }) => name)} />
        {live.form && live.state && (
          <FormLayout form={live.form} state={live.state} entity={entity} bad={bad} rows={{ store, record: asked.record_id }}>
            {(field) => <FormField store={store} field={field} record={record} state={state} />}
          </FormLayout>
        )}
        <Remark store={store} asked={asked} rejecting={false} said={said} sent={state.sent} onChange={setSaid} />
        <ProblemList entity={entity} problems={state.problems} onShow={state.show} />
        {state.sent && lacking.some((one) => one !== "files") && (
          <p role="alert" className={styles.late}>
            {t("lacking")}
          </p>
        )}
        <FormError error={live.error ?? (inField ? null : actions.error)} />
        {isApiError(actions.error, "changed_meanwhile") && <p className={styles.soft}>{t("changed")}</p>}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{tCommon("cancel")}</Button>
          <Button type="primary" htmlType="submit" loading={actions.busy}>
            {t(answer)}
          </Button>
        </div>
      </form>
    </KindOfRecord>
  );
}
