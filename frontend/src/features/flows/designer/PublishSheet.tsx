import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SuccessNote } from "@/components/SuccessNote";
import { versionsQuery } from "../api";
import { ofServer } from "../drawn/sent";
import { differencesOf } from "../said/differences";
import { flowText } from "../said/flow";
import { useFlowTexts } from "../texts";
import styles from "./designer.module.css";
import { ProblemList } from "./ProblemList";
import { useDesigner } from "./useDesigner";
import type { FlowState } from "./useFlow";

type Props = { store: string; state: FlowState; onShow: (id: string) => void; onClose: () => void };

/** What is wrong, or what changes, before it does. */
export function PublishSheet({ store, state, onShow, onClose }: Props) {
  const t = useFlowTexts();
  const { telling, definition, problems } = useDesigner();
  const [note, setNote] = useState("");
  const { published, changed, acts, id } = state.told;
  const versions = useQuery({ ...versionsQuery(store, id), enabled: published !== null });
  const last = versions.data?.find(({ number }) => number === published);
  const publishing = useMutation({ mutationFn: () => state.publish(note.trim()) });
  const fresh = published === null || changed || !acts;
  if (publishing.data)
    return (
      <Sheet open title={t("publish.title")} onClose={onClose}>
        <div className={styles.sheet}>
          <SuccessNote text={t("publish.done", { number: publishing.data })} />
          <p>{t("publish.doneText")}</p>
          <div className={styles.buttons}>
            <Button type="primary" onClick={onClose}>
              {t("close")}
            </Button>
          </div>
        </div>
      </Sheet>
    );
  const changes = last ? differencesOf(ofServer(last.definition), definition, telling) : null;
  return (
    <Sheet open title={t("publish.title")} width={640} onClose={onClose}>
      <div className={styles.sheet}>
        {problems.length > 0 && (
          <>
            <p>{t("publish.mend", { count: problems.length })}</p>
            <ProblemList onShow={onShow} />
          </>
        )}
        {problems.length === 0 && changes && (
          <>
            <h3>{t("publish.changes")}</h3>
            {changes.length === 0 && <p className={styles.soft}>{t(fresh ? "publish.onlyPlaces" : "publish.nothing")}</p>}
            <ul className={styles.changes}>
              {changes.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </>
        )}
        {problems.length === 0 && !changes && published === null && (
          <div className={styles.sentence}>
            {flowText(definition, telling).map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        )}
        {problems.length === 0 && (
          <>
            <p className={styles.soft}>{t("publish.hint")}</p>
            <Input aria-label={t("publish.note")} placeholder={t("publish.note")} maxLength={200} value={note} onChange={({ target }) => setNote(target.value)} />
          </>
        )}
        <FormError error={publishing.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="primary" disabled={problems.length > 0 || !fresh} loading={publishing.isPending} onClick={() => publishing.mutate()}>
            {t("publish.confirm")}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
