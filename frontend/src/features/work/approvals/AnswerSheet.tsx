import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { FieldInput } from "@/features/fields/FieldInput";
import { isBlank } from "@/features/fields/valueText";
import { outgoingValues } from "@/features/records/form/values";
import { useEntity } from "@/features/records/useEntity";
import { isApiError } from "@/http/ApiError";
import { itemQuery } from "./api";
import type { Asked } from "./api";
import styles from "./approvals.module.css";
import { FormedAnswer } from "./FormedAnswer";
import { ItemFacts } from "./ItemFacts";
import { nothingSaid, Remark, remarkOf, unsaid } from "./Remark";
import { useApprovalTexts } from "./texts";
import { useItemActions } from "./useItemActions";
import type { Answer } from "./useItemActions";

type Props = { store: string; item: { id: string } | null; answer: Answer; onClose: () => void; onDone?: () => void };

/** The second tap: a word with it, what the step wants filled in, and the answer. */
export function AnswerSheet({ store, item, answer, onClose, onDone }: Props) {
  const t = useApprovalTexts();
  return (
    <Sheet open={item !== null} title={t(answer)} onClose={onClose}>
      {item && <Loaded key={item.id} store={store} id={item.id} answer={answer} onClose={onClose} onDone={onDone ?? onClose} />}
    </Sheet>
  );
}

type LoadedProps = { store: string; id: string; answer: Answer; onClose: () => void; onDone: () => void };

function Loaded({ store, id, ...rest }: LoadedProps) {
  const found = useQuery(itemQuery(store, id));
  const { entity } = useEntity(store, found.data?.entity ?? null);
  if (found.error) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={3} />;
  // Who says no fills nothing in.
  if (!found.data.form || !found.data.record || rest.answer === "reject") return <Form store={store} asked={found.data} {...rest} />;
  return entity ? <FormedAnswer store={store} entity={entity} asked={found.data} record={found.data.record} {...rest} /> : <SkeletonRows rows={3} />;
}

function Form({ store, asked, answer, onClose, onDone }: Omit<LoadedProps, "id"> & { asked: Asked }) {
  const t = useApprovalTexts();
  const tCommon = useCommonTexts();
  const { entity } = useEntity(store, asked.entity);
  const actions = useItemActions(store, asked.id, onDone);
  const [said, setSaid] = useState(nothingSaid);
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [sent, setSent] = useState(false);
  const rejecting = answer === "reject";
  const fields = rejecting ? [] : (entity?.fields.filter(({ name }) => asked.write.includes(name)) ?? []);
  const present = (name: string) => (name in values ? values[name] : asked.record?.[name]);
  const lacking = [
    ...unsaid(asked, rejecting, said),
    ...(rejecting ? [] : asked.required.filter((name) => isBlank(present(name)))),
  ];
  const version = typeof asked.record?.version === "number" ? asked.record.version : null;
  const changed = fields.filter(({ name }) => name in values);
  const send = () => {
    setSent(true);
    if (lacking.length > 0) return;
    actions.answer(answer, {
      ...remarkOf(asked, said),
      // What stands here is what is decided about: one that was changed since is refused.
      ...(asked.kind === "approval" && version !== null ? { version } : {}),
      ...(changed.length > 0 ? { version, values: outgoingValues(changed, values) } : {}),
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>
        {asked.title ?? t("unseen")} · {asked.step}
      </p>
      {asked.text && <p className={styles.text}>{asked.text}</p>}
      <ItemFacts store={store} item={asked} plain />
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={{ ...field, required: asked.required.includes(field.name) }}
          store={store}
          value={present(field.name)}
          sent={sent}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <Remark store={store} asked={asked} rejecting={rejecting} said={said} sent={sent} onChange={setSaid} />
      {sent && lacking.some((one) => one !== "files") && (
        <p role="alert" className={styles.late}>
          {t("lacking")}
        </p>
      )}
      <FormError error={actions.error} />
      {isApiError(actions.error, "changed_meanwhile") && <p className={styles.soft}>{t("changed")}</p>}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
        <Button type="primary" danger={rejecting} htmlType="submit" loading={actions.busy}>
          {t(answer === "complete" && asked.kind === "revise" ? "resubmit" : answer)}
        </Button>
      </div>
    </form>
  );
}
