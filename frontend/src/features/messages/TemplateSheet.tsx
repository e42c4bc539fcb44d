import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { changeMessageTemplate, createMessageTemplate } from "@/api/sdk.gen";
import type { MessageTemplateIn } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { entitiesQuery } from "@/features/records/api/entities";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { channels, messagesKey, purposes, withProviderTemplate, withSign, withSubject } from "./api";
import type { Template } from "./api";
import { DraftPreview } from "./DraftPreview";
import styles from "./messages.module.css";
import { PlacesText } from "./PlacesText";
import { useMessageTexts } from "./texts";

const blank: MessageTemplateIn = { name: "", entity: "customer", channel: "sms", purpose: "service", subject: "", text: "", params: [], provider_template: "", sign_name: "", enabled: true };

/** Words of a template, with the fields in them, and how they will read. */
export function TemplateSheet({ store, template, onClose }: { store: string; template: Template | null; onClose: () => void }) {
  const t = useMessageTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const entities = useQuery(entitiesQuery(store)).data ?? [];
  const [draft, setDraft] = useState<MessageTemplateIn>(template ?? blank);
  const put = (changed: Partial<MessageTemplateIn>) => setDraft((before) => ({ ...before, ...changed }));
  const saving = useMutation({
    mutationFn: () =>
      template
        ? changeMessageTemplate({ path: { message_template_id: template.id }, body: { ...draft, version: template.version }, headers: inStore(store) })
        : createMessageTemplate({ body: draft, headers: inStore(store) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: messagesKey(store) });
      onClose();
    },
  });
  return (
    <Sheet open width={880} title={t(template ? "templates.change" : "templates.new")} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <div className={styles.pair}>
          <Labelled label={t("templates.name")}>
            <Input aria-label={t("templates.name")} required maxLength={60} placeholder={t("templates.example")} value={draft.name} onChange={({ target }) => put({ name: target.value })} />
          </Labelled>
          <Labelled label={t("templates.entity")}>
            <Select aria-label={t("templates.entity")} value={draft.entity} options={entities.map((one) => ({ value: one.name, label: labelIn(one.label, i18n.language) }))} onChange={(entity) => put({ entity })} />
          </Labelled>
          <Labelled label={t("by.channel")}>
            <Select aria-label={t("by.channel")} value={draft.channel} options={channels.map((one) => ({ value: one, label: t(`channel.${one}`) }))} onChange={(channel) => put({ channel })} />
          </Labelled>
          <Labelled label={t("by.purpose")} note={t(`purposeText.${draft.purpose}`)}>
            <Select aria-label={t("by.purpose")} value={draft.purpose} options={purposes.map((one) => ({ value: one, label: t(`purpose.${one}`) }))} onChange={(purpose) => put({ purpose })} />
          </Labelled>
        </div>
        {withSubject(draft.channel) && (
          <PlacesText store={store} entity={draft.entity} label={t("templates.subject")} limit={200} value={draft.subject ?? ""} onChange={(subject) => put({ subject })} />
        )}
        <PlacesText store={store} lines entity={draft.entity} label={t("templates.text")} limit={2000} value={draft.text} onChange={(text) => put({ text })} />
        {withProviderTemplate(draft.channel) && (
          <div className={styles.pair}>
            <Labelled label={t("templates.provider")} note={t("templates.providerText")}>
              <Input aria-label={t("templates.provider")} maxLength={80} value={draft.provider_template ?? ""} onChange={({ target }) => put({ provider_template: target.value })} />
            </Labelled>
            {withSign(draft.channel) && (
              <Labelled label={t("templates.sign")}>
                <Input aria-label={t("templates.sign")} maxLength={40} value={draft.sign_name ?? ""} onChange={({ target }) => put({ sign_name: target.value })} />
              </Labelled>
            )}
          </div>
        )}
        <DraftPreview store={store} draft={draft} onNames={(params) => put({ params })} />
        <Checkbox checked={draft.enabled ?? true} onChange={({ target }) => put({ enabled: target.checked })}>
          {t("templates.enabled")}
        </Checkbox>
        <FormError error={saving.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={!draft.name.trim() || !draft.text.trim()}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

export function Labelled({ label, note, children }: { label: string; note?: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span>{label}</span>
      {children}
      {note && <span className={`${styles.soft} cz-small`}>{note}</span>}
    </div>
  );
}
