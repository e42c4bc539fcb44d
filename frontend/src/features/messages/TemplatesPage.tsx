import { FileTextOutlined, PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { decideMessageTemplate, deleteMessageTemplate } from "@/api/sdk.gen";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useErrorNotice } from "@/components/errorNotice";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { entitiesQuery } from "@/features/records/api/entities";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { messagesKey, templatesQuery } from "./api";
import type { Template } from "./api";
import styles from "./messages.module.css";
import { TemplateSheet } from "./TemplateSheet";
import { useMessageTexts } from "./texts";

/** /s/<store>/messages/templates: the words that may be sent. */
export function TemplatesPage() {
  const { store } = useParams({ from: "/_shell/s/$store/messages/templates" });
  return (
    <DesignGate store={store}>
      <Templates store={store} />
    </DesignGate>
  );
}

function Templates({ store }: { store: string }) {
  const t = useMessageTexts();
  const templates = useQuery(templatesQuery(store));
  const [open, setOpen] = useState<Template | "new" | null>(null);
  if (templates.error) return <ErrorPanel whole error={templates.error} onRetry={() => void templates.refetch()} />;
  if (!templates.data) return <SkeletonRows />;
  const begin = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen("new")}>
      {t("templates.new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        above={
          <Link to="/s/$store/messages" params={{ store }}>
            {t("title")}
          </Link>
        }
        title={t("templates.title")}
        note={t("templates.note")}
        actions={templates.data.length > 0 && begin}
      />
      {templates.data.length === 0 ? (
        <EmptyState icon={<FileTextOutlined />} title={t("templates.empty")} text={t("templates.emptyText", { sample: t("templates.sample") })} actions={begin} />
      ) : (
        <Panel flush>
          <ul className={styles.list}>
            {templates.data.map((template) => (
              <TemplateLine key={template.id} store={store} template={template} onOpen={() => setOpen(template)} />
            ))}
          </ul>
        </Panel>
      )}
      {open && <TemplateSheet key={open === "new" ? "new" : open.id} store={store} template={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

function TemplateLine({ store, template, onOpen }: { store: string; template: Template; onOpen: () => void }) {
  const t = useMessageTexts();
  const { i18n } = useTranslation();
  const { modal } = App.useApp();
  const refuse = useErrorNotice();
  const client = useQueryClient();
  const kind = useQuery(entitiesQuery(store)).data?.find(({ name }) => name === template.entity);
  const path = { message_template_id: template.id };
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => client.invalidateQueries({ queryKey: messagesKey(store) }),
    onError: refuse,
  });
  const decide = (approval: "submitted" | "approved" | "rejected") => () =>
    decideMessageTemplate({ path, body: { version: template.version, approval }, headers: inStore(store) });
  function remove(): void {
    modal.confirm({
      title: t("templates.delete"),
      content: t("templates.deleteText", { name: template.name }),
      okText: t("templates.delete"),
      cancelText: t("cancel"),
      onOk: () => acting.mutateAsync(() => deleteMessageTemplate({ path, headers: inStore(store) })).catch(() => undefined),
    });
  }
  return (
    <li className={styles.card}>
      <div className={`${styles.words} ${styles.grow}`}>
        <span>
          <b>{template.name}</b>{" "}
          <span className={styles.soft}>
            {t(`channel.${template.channel}`)} · {t(`purpose.${template.purpose}`)} · {kind ? labelIn(kind.label, i18n.language) : template.entity}
          </span>
        </span>
        <span className={styles.text}>{template.text}</span>
        <span className={template.approval === "approved" && template.enabled ? styles.good : styles.soft}>
          {t(template.enabled ? `approval.${template.approval}` : "templates.off")}
          {template.approval_note && t("templates.decided", { note: template.approval_note })}
        </span>
      </div>
      <div className={styles.buttons}>
        {template.approval === "draft" && <Button onClick={() => acting.mutate(decide("submitted"))}>{t("templates.submit")}</Button>}
        {template.approval !== "approved" && (
          <Button type="primary" onClick={() => acting.mutate(decide("approved"))}>
            {t("templates.approve")}
          </Button>
        )}
        {template.approval === "submitted" && <Button onClick={() => acting.mutate(decide("rejected"))}>{t("templates.reject")}</Button>}
        <Button onClick={onOpen}>{t("templates.change")}</Button>
        <Button onClick={remove}>{t("templates.delete")}</Button>
      </div>
    </li>
  );
}
