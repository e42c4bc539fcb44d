import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { NotFound } from "@/components/NotFound";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { DuplicateWarning } from "@/features/duplicates/Warning";
import { isWaiting, useLive } from "@/features/forms/live/useLive";
import { inSentence } from "@/i18n/inSentence";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "../api/entities";
import { idOf } from "../api/list";
import { recordQuery } from "../api/record";
import { createOne, readAnew } from "../api/save";
import { listPath, recordPath } from "../paths";
import { useRecordsTexts } from "../texts";
import { useEntity } from "../useEntity";
import { useRecordsPlace } from "../useRecordsPlace";
import { BackHome, BackToList } from "../WayBack";
import styles from "./form.module.css";
import { LeaveSheet } from "./LeaveSheet";
import { RecordForm } from "./RecordForm";
import { useRecordForm } from "./useRecordForm";
import { useRelease, useUnsaved } from "./useUnsaved";
import { changedFields, isOpen, outgoingValues } from "./values";
import type { Values } from "./values";

const nothing: Values = {};

/** What a new record begins with; the server has the same for whoever sends nothing. */
function defaultsOf(entity: Entity): Values {
  const given = entity.fields.filter(({ right, ...field }) => right === "write" && field.default !== null && field.default !== undefined);
  return Object.fromEntries(given.map((field) => [field.name, field.default]));
}

/** Whether there is something to do with it once it is there; else one goes back to what it was added to. */
function goesOn(entity: Entity): boolean {
  return entity.related.length > 0 || entity.verbs.some(({ grave }) => !grave);
}

/** /s/<store>/customers/new and its like. */
export function NewRecordPage() {
  const { store, entity: name } = useRecordsPlace();
  const { entity, error, retry } = useEntity(store, name);
  if (error) return <ErrorPanel whole error={error} onRetry={retry} />;
  if (entity === undefined) return <SkeletonRows rows={8} />;
  if (!entity?.actions.includes("create")) return <NotFound home={<BackHome store={store} />} />;
  return <NewRecord key={entity.name} store={store} entity={entity} />;
}

function NewRecord({ store, entity: whole }: { store: string; entity: Entity }) {
  const t = useRecordsTexts();
  const tCommon = useCommonTexts();
  const { i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { released, release } = useRelease();
  const live = useLive(store, whole, "create", null);
  const { entity } = live;
  const saving = useMutation({
    mutationFn: (values: Values) => {
      const filled = changedFields(entity, nothing, values).filter((field) => isOpen(field, null));
      return createOne(store, entity.name, outgoingValues(filled, values));
    },
    onSuccess: (answer) => {
      const id = idOf(answer.record);
      client.setQueryData(recordQuery(store, entity.name, id).queryKey, answer);
      void readAnew(client, store);
      void message.success(t("created", { entity: labelIn(entity.label, i18n.language) }));
      release();
      void navigate({ to: from && !goesOn(entity) ? from : recordPath(store, entity.name, id), replace: true });
    },
  });
  const { begin, from } = useLocation({ select: ({ state }) => state as { begin?: Values; from?: string } });
  const [base] = useState(() => ({ ...defaultsOf(whole), ...begin }));
  const state = useRecordForm({
    entity,
    base,
    isNew: true,
    given: live.given,
    against: live.against,
    error: saving.error,
    onSubmit: (values) => saving.mutate(values),
  });
  useEffect(() => live.tell({ ...begin, ...state.entered }));
  const unsaved = useUnsaved(state.changed.length > 0, released);
  if (isWaiting(live)) return <SkeletonRows rows={8} />;
  return (
    <div className={styles.page}>
      <PageHeader
        above={<BackToList store={store} entity={entity.name} label={labelIn(entity.label_plural, i18n.language)} />}
        title={t("new", { entity: inSentence(labelIn(entity.label, i18n.language), i18n.language) })}
      />
      <DuplicateWarning store={store} entity={entity} values={state.values} />
      <RecordForm
        store={store}
        entity={entity}
        record={null}
        state={state}
        live={live}
        saving={saving.isPending}
        error={saving.error}
        cancel={
          <Link to={from ?? listPath(store, entity.name)}>
            <Button>{tCommon("cancel")}</Button>
          </Link>
        }
      />
      <LeaveSheet open={unsaved.asking} onStay={unsaved.stay} onLeave={unsaved.leave} />
    </div>
  );
}
