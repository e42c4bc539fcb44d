import { PhoneOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Input, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { followLeadUp } from "@/api/sdk.gen";
import type { FollowUpIn } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { useNow } from "@/components/useNow";
import { entitiesQuery } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import { readAnew } from "@/features/records/api/save";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import styles from "./followUp.module.css";
import { nextMoments, quick } from "./moments";
import { useLeadTexts } from "./texts";

type Props = { store: string; record: Row };
type Said = { kind: FollowUpIn["kind"]; summary: string; reached?: boolean; next_contact_at: string | null };

const kinds = ["call", "wechat", "visit", "sms", "note"] as const;

/** Two taps: open it, and say what came of it. */
export function FollowUp({ store, record }: Props) {
  const t = useLeadTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<PhoneOutlined />} onClick={() => setOpen(true)}>
        {t("followUp")}
      </Button>
      <Sheet open={open} title={t("title")} onClose={() => setOpen(false)}>
        <FollowUpForm store={store} record={record} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  );
}

/** What came of it: one tap, or in words. */
export function FollowUpForm({ store, record, onDone }: Props & { onDone: () => void }) {
  const t = useLeadTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const fields = useQuery(entitiesQuery(store)).data?.find(({ name }) => name === "lead")?.fields ?? [];
  const { i18n } = useTranslation();
  const moments = nextMoments(useNow());
  const [kind, setKind] = useState<Said["kind"]>("call");
  const [summary, setSummary] = useState("");
  const [reached, setReached] = useState(true);
  const [next, setNext] = useState<string>("tomorrow");
  const at = (key: string) => moments.find((one) => one.key === key)?.at ?? null;
  const saving = useMutation({
    mutationFn: (said: Said) => followLeadUp({ headers: inStore(store), path: { lead_id: idOf(record) }, body: said }),
    onSuccess: ({ waits_for: waits }) => {
      void readAnew(client, store);
      const named = fields.filter(({ name }) => waits.includes(name)).map(({ label }) => labelIn(label, i18n.language));
      if (waits.length > 0) void message.info(t("waits", { fields: named.join(t("and")) }), 6);
      else void message.success(t("saved"));
      onDone();
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (summary.trim()) saving.mutate({ kind, summary, reached, next_contact_at: at(next) });
      }}
    >
      <div className={styles.quick} role="group" aria-label={t("quick")}>
        {quick.map((one) => (
          <Button
            key={one.key}
            disabled={saving.isPending}
            onClick={() => saving.mutate({ kind: one.kind, summary: t(`said.${one.key}`), reached: one.reached, next_contact_at: at(one.next) })}
          >
            {t(`said.${one.key}`)}
          </Button>
        ))}
      </div>
      <Segmented block aria-label={t("how")} value={kind} options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={setKind} />
      <label className={styles.field}>
        {t("summary")}
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5_000} placeholder={t("example")} value={summary} onChange={({ target }) => setSummary(target.value)} />
      </label>
      <div className={styles.field}>
        {t("next")}
        <div className={styles.quick} role="radiogroup" aria-label={t("next")}>
          {[...moments.map(({ key }) => key), "none" as const].map((key) => (
            <Button key={key} size="small" role="radio" aria-checked={next === key} type={next === key ? "primary" : "default"} onClick={() => setNext(key)}>
              {key === "none" ? t("none") : t(`moment.${key}`)}
            </Button>
          ))}
        </div>
      </div>
      <Checkbox checked={!reached} onChange={({ target }) => setReached(!target.checked)}>
        {t("notReached")}
      </Checkbox>
      <FormError error={saving.error} />
      <Button type="primary" htmlType="submit" disabled={!summary.trim()} loading={saving.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}
