import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { publishForm } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SuccessNote } from "@/components/SuccessNote";
import { useRoleName } from "@/features/roles/useRoleName";
import { inStore } from "@/http/inStore";
import type { Checked, Draft } from "../api/designs";
import { useFormsTexts } from "../texts";
import { CheckPanel } from "./CheckPanel";
import { Differences } from "./Differences";
import styles from "./designer.module.css";

type Props = { store: string; draft: Draft; version: number; checked: Checked; onShow: (part: string) => void; onClose: () => void };

/** What changes for whom, before it does. */
export function PublishSheet({ store, draft, version, checked, onShow, onClose }: Props) {
  const t = useFormsTexts();
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const publishing = useMutation({
    mutationFn: () => publishForm({ path: { form_id: draft.id }, body: { draft_version: version, note }, headers: inStore(store) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["store", store] }),
  });
  const number = publishing.data?.number;
  const ready = checked.problems.length === 0 && checked.unpublished;
  return (
    <Sheet open title={t("publish.title")} width={640} onClose={onClose}>
      {number ? (
        <div className={styles.sheet}>
          <SuccessNote text={t("publish.done", { number })} />
          <p>{t("publish.doneText")}</p>
          <div className={styles.buttons}>
            <Button type="primary" onClick={onClose}>
              {t("close")}
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.sheet}>
          <CheckPanel problems={checked.problems} onShow={onShow} />
          <h3>{t("publish.reach")}</h3>
          <ReachList reach={checked.reach} />
          {draft.published !== null || checked.changes.length > 0 ? (
            <>
              <h3>{t("publish.changes")}</h3>
              <Differences changes={checked.changes} />
            </>
          ) : null}
          {!checked.unpublished && <p>{t("publish.nothing")}</p>}
          <Input
            aria-label={t("publish.note")}
            placeholder={t("publish.note")}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <FormError error={publishing.error} />
          <div className={styles.buttons}>
            <Button onClick={onClose}>{t("close")}</Button>
            <Button type="primary" disabled={!ready} loading={publishing.isPending} onClick={() => publishing.mutate()}>
              {t("publish.confirm")}
            </Button>
          </div>
        </div>
      )}
    </Sheet>
  );
}

function ReachList({ reach }: { reach: Checked["reach"] }) {
  const t = useFormsTexts();
  const roleName = useRoleName();
  const roles = [...new Set(reach.map(({ role }) => role))];
  if (roles.length === 0) return <p className={styles.soft}>{t("publish.nobody")}</p>;
  return (
    <ul className={styles.list}>
      {roles.map((role) => {
        const own = reach.filter((one) => one.role === role);
        const purposes = own.map(({ purpose }) => t(`purpose.${purpose}`)).join(t("comma"));
        const people = own[0]?.people ?? 0;
        const before = [...new Set(own.filter((one) => one.before !== one.after).map((one) => one.before || t("publish.plain")))];
        return (
          <li key={role}>
            <b>{roleName(role)}</b> {t("publish.people", { count: people })} · {purposes}
            {before.length > 0 && <span className={styles.soft}> {t("publish.instead", { before: before.join(t("comma")) })}</span>}
          </li>
        );
      })}
    </ul>
  );
}
