import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { useCommonTexts } from "@/components/texts";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { useMe } from "@/features/session/useMe";
import type { Asked } from "./api";
import styles from "./approvals.module.css";
import { useApprovalTexts } from "./texts";
import { useItemActions } from "./useItemActions";
import type { Passing } from "./useItemActions";

export type Way = Passing | "return";
type Props = { store: string; asked: Asked; way: Way | null; stepName: (id: string) => string; onClose: () => void; onDone: () => void };

/** Give it to somebody else, have one more approve, or send it back to an earlier step. */
export function PassSheet({ way, ...props }: Props) {
  const t = useApprovalTexts();
  return (
    <Sheet open={way !== null} title={way ? t(`way.${way}`) : ""} onClose={props.onClose}>
      {way && <Form key={way} way={way} {...props} />}
    </Sheet>
  );
}

function Form({ store, asked, way, stepName, onClose, onDone }: Props & { way: Way }) {
  const t = useApprovalTexts();
  const tCommon = useCommonTexts();
  const me = useMe().person.id;
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const actions = useItemActions(store, asked.id, onDone);
  const [to, setTo] = useState<string | undefined>(way === "return" ? asked.steps.at(-1) : undefined);
  const [comment, setComment] = useState("");
  const options =
    way === "return" ? asked.steps.map((id) => ({ value: id, label: stepName(id) })) : people.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!to) return;
        if (way === "return") actions.sendBack(to, comment);
        else actions.pass(way, to, comment);
      }}
    >
      <p className={styles.soft}>{t(`wayText.${way}`)}</p>
      <label className={styles.field}>
        {t(way === "return" ? "toStep" : "toWhom")}
        <Select showSearch={{ optionFilterProp: "label" }} aria-label={t(way === "return" ? "toStep" : "toWhom")} value={to} options={options} onChange={setTo} />
      </label>
      <label className={styles.field}>
        {t("commentIfLiked")}
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} value={comment} onChange={(event) => setComment(event.target.value)} />
      </label>
      <FormError error={actions.error} />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
        <Button type="primary" htmlType="submit" disabled={!to} loading={actions.busy}>
          {t(`way.${way}`)}
        </Button>
      </div>
    </form>
  );
}
