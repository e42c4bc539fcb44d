import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, App, Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { draftMessage, foretellMessage, sendMessage } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { storeHomeQuery } from "@/features/store/api/home";
import { inStore } from "@/http/inStore";
import { messagesKey, placesQuery, templatesQuery } from "../api";
import type { Template } from "../api";
import { Bubble } from "../Bubble";
import { isHeld } from "../held";
import styles from "../messages.module.css";
import { Labelled } from "../TemplateSheet";
import { useMessageTexts } from "../texts";

type Props = { store: string; entity: string; id: string; onClose: () => void };

/** One message by a template: what it will say, to which address, and whether it may go. */
export function WriteSheet({ store, entity, id, onClose }: Props) {
  const t = useMessageTexts();
  const designs = useQuery(storeHomeQuery(store)).data?.permissions.includes("catalogue.design") ?? false;
  const templates = useQuery(templatesQuery(store, entity));
  const usable = (templates.data ?? []).filter((one) => one.approval === "approved" && one.enabled && one.channel !== "in_app" && one.channel !== "dingtalk");
  return (
    <Sheet open title={t("record.write")} onClose={onClose}>
      {templates.isPending && <SkeletonRows rows={3} />}
      <FormError error={templates.error} />
      {templates.data && usable.length === 0 && (
        <p className={styles.soft}>
          {t("action.none")}{" "}
          {designs && (
            <Link to="/s/$store/messages/templates" params={{ store }}>
              {t("action.make")}
            </Link>
          )}
        </p>
      )}
      {usable[0] && <Form store={store} entity={entity} id={id} templates={usable} first={usable[0]} onClose={onClose} />}
    </Sheet>
  );
}

function Form({ store, entity, id, templates, first, onClose }: Props & { templates: Template[]; first: Template }) {
  const t = useMessageTexts();
  const { i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  // The same for a second try, so that nothing is sent twice.
  const [key] = useState(() => crypto.randomUUID());
  const [template, setTemplate] = useState(first);
  const [chosen, setChosen] = useState<string | null>(null);
  const headers = inStore(store);
  const places = useQuery(placesQuery(store, entity, template.channel)).data?.addresses;
  const path = chosen ?? places?.[0]?.path ?? "";
  const words = useQuery({
    queryKey: [...messagesKey(store), "words", template.id, template.version, id],
    queryFn: ({ signal }) =>
      draftMessage({
        body: { entity, channel: template.channel, subject: template.subject, text: template.text, sign_name: template.sign_name, record_id: id },
        headers,
        signal,
      }),
  });
  const fate = useQuery({
    queryKey: [...messagesKey(store), "fate", template.id, template.version, id, path],
    queryFn: ({ signal }) => foretellMessage({ body: { entity, record_id: id, template_id: template.id, to: "address", path }, headers, signal }),
    enabled: path !== "",
    retry: false,
  });
  const sending = useMutation({
    mutationFn: () => sendMessage({ body: { entity, record_id: id, template_id: template.id, to: "address", path, key: `${key}:${template.id}`.slice(0, 64) }, headers }),
    onSuccess: async () => {
      void message.success(t("record.sent"));
      await client.invalidateQueries({ queryKey: messagesKey(store) });
      onClose();
    },
  });
  const held = fate.data?.held ?? "";
  const cost = Number(fate.data?.cost ?? 0);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      <Labelled label={t("action.template")}>
        <Select
          aria-label={t("action.template")}
          value={template.id}
          options={templates.map((one) => ({ value: one.id, label: `${one.name} · ${t(`channel.${one.channel}`)} · ${t(`purpose.${one.purpose}`)}` }))}
          onChange={(next: string) => {
            setTemplate(templates.find((one) => one.id === next) ?? first);
            setChosen(null);
          }}
        />
      </Labelled>
      {places && places.length === 0 && <Alert type="warning" showIcon title={t("record.noPlace")} />}
      {places && places.length > 1 && (
        <Labelled label={t("action.path")}>
          <Select
            aria-label={t("action.path")}
            value={path}
            options={places.map((one) => ({ value: one.path, label: i18n.language.startsWith("zh") ? one.label_zh : one.label_en }))}
            onChange={setChosen}
          />
        </Labelled>
      )}
      {words.data && <Bubble channel={template.channel} sign={template.sign_name} subject={words.data.subject} text={words.data.text} />}
      {fate.data && (
        <div role="status" className={styles.field}>
          {held && isHeld(held) && <Alert type="warning" showIcon title={t("record.held", { reason: t(`held.${held}`) })} />}
          {!held && <span>{t("record.goes", { address: fate.data.address })}</span>}
          {!held && fate.data.quiet && <span className={styles.soft}>{t("record.quiet")}</span>}
          {cost > 0 && <span className={styles.soft}>{t("preview.cost", { cost: fate.data.cost })}</span>}
        </div>
      )}
      <FormError error={words.error ?? fate.error ?? sending.error} />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button type="primary" htmlType="submit" loading={sending.isPending} disabled={!fate.data || held !== ""}>
          {t("record.send")}
        </Button>
      </div>
    </form>
  );
}
