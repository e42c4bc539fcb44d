import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useEffect, useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { NotFound } from "@/components/NotFound";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { useWords } from "@/features/fields/useWords";
import { isWaiting, useLive } from "@/features/forms/live/useLive";
import { isApiError } from "@/http/ApiError";
import type { Entity } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { recordQuery } from "../api/record";
import { ConflictSheet } from "../conflict/ConflictSheet";
import { useSaving } from "../conflict/useSaving";
import { recordPath } from "../paths";
import { recordTitle } from "../recordTitle";
import { useRecordsTexts } from "../texts";
import { useEntity } from "../useEntity";
import { useRecordsPlace } from "../useRecordsPlace";
import { useStep } from "../useStep";
import { BackHome, BackToList, BackToRecord } from "../WayBack";
import styles from "./form.module.css";
import { LeaveSheet } from "./LeaveSheet";
import { RecordForm } from "./RecordForm";
import { useHere } from "./useHere";
import { useRecordForm } from "./useRecordForm";
import { useRelease, useUnsaved } from "./useUnsaved";

/** /s/<store>/customers/<id>/edit and its like. */
export function EditRecordPage() {
  const { store, entity: name, id } = useRecordsPlace();
  const { entity, error, retry } = useEntity(store, name);
  // What is edited is what was read now: a version out of the cache would clash with itself.
  const answer = useQuery({ ...recordQuery(store, name ?? "", id), enabled: name !== null, staleTime: 0, gcTime: 0 });
  const wrong = error ?? answer.error;
  if (wrong && !answer.data) {
    return <ErrorPanel whole error={wrong} onRetry={retry} actions={name && <BackToList store={store} entity={name} />} />;
  }
  if (entity === null) return <NotFound home={<BackHome store={store} />} />;
  if (!entity || !answer.data || (answer.isFetching && !answer.isFetchedAfterMount)) return <SkeletonRows rows={8} />;
  return <EditRecord key={id} store={store} entity={entity} record={answer.data.record} />;
}

function EditRecord({ store, entity: whole, record }: { store: string; entity: Entity; record: Row }) {
  const t = useRecordsTexts();
  const tCommon = useCommonTexts();
  const words = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { released, release } = useRelease();
  // The form keeps what it was opened with, whatever is read anew behind it.
  const [base, setBase] = useState(record);
  const page = recordPath(store, whole.name, idOf(record));
  const step = useStep();
  const search = step ? { asked: step } : {};

  const { here, known } = useHere(store, whole, base);
  const live = useLive(store, here, "edit", idOf(record), step);
  const { entity } = live;
  const saving = useSaving(store, entity, () => {
    release();
    void message.success(tCommon("saved"));
    void navigate({ to: page, search, replace: true });
  }, step);
  const state = useRecordForm({
    entity,
    base,
    against: live.against,
    error: saving.error,
    onSubmit: (values) => {
      if (state.changed.length > 0) return saving.save(base, values);
      release();
      return void navigate({ to: page, search, replace: true });
    },
  });
  useEffect(() => live.tell(state.entered));
  const unsaved = useUnsaved(state.changed.length > 0, released);
  if (isWaiting(live) || !known) return <SkeletonRows rows={8} />;
  return (
    <div className={styles.page}>
      <PageHeader
        above={<BackToRecord store={store} entity={entity.name} id={idOf(record)} label={recordTitle(entity, base, words)} />}
        title={t("edit", { title: recordTitle(entity, base, words) })}
      />
      <RecordForm
        store={store}
        entity={entity}
        record={base}
        state={state}
        live={live}
        saving={saving.saving}
        error={saving.error}
        cancel={
          <Link to={page} search={search}>
            <Button>{tCommon("cancel")}</Button>
          </Link>
        }
      />
      <ConflictSheet
        store={store}
        entity={entity}
        conflict={saving.conflict}
        saving={saving.saving}
        error={isApiError(saving.error, "changed_meanwhile") ? null : saving.error}
        onSave={(values) => {
          // What they changed is in the form from now on, should the save be refused for something else.
          if (saving.conflict) setBase(saving.conflict.theirs);
          state.replace(values);
          saving.settle(values);
        }}
        onClose={saving.drop}
      />
      <LeaveSheet open={unsaved.asking} onStay={unsaved.stay} onLeave={unsaved.leave} />
    </div>
  );
}
