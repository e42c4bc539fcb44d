import { SaveOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Select } from "antd";
import { useState } from "react";
import { applyImportTemplate, keepImportTemplate } from "@/api/sdk.gen";
import type { RecordImportOut } from "@/api/types.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { inStore } from "@/http/inStore";
import frame from "../frame/frame.module.css";
import { useImportsTexts } from "../texts";
import { importQuery, importsQuery } from "./api";
import { startOrder } from "./mapping";
import type { Order } from "./mapping";
import styles from "./store.module.css";

/** Use a mapping that was kept, or keep the one that was last settled. */
export function TemplateBar({ store, job, onUsed }: { store: string; job: RecordImportOut; onUsed: (order: Order) => void }) {
  const t = useImportsTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { message } = App.useApp();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const known = useQuery(importsQuery(store, job.entity));
  const templates = known.data?.templates ?? [];
  const path = { job_id: job.id };
  const headers = inStore(store);
  const using = useMutation({
    mutationFn: (id: string) => applyImportTemplate({ path: { ...path, template_id: id }, headers }),
    onSuccess: (fresh) => {
      client.setQueryData(importQuery(store, job.id).queryKey, fresh);
      onUsed(startOrder(fresh));
    },
    onError: refuse,
  });
  const keeping = useMutation({
    mutationFn: () => keepImportTemplate({ path, body: { name: name.trim() }, headers }),
    onSuccess: async () => {
      setNaming(false);
      void message.success(t("store.templates.kept"));
      await client.invalidateQueries({ queryKey: importsQuery(store, job.entity).queryKey });
    },
  });
  return (
    <div className={styles.tools}>
      {templates.length > 0 && (
        <Select
          aria-label={t("store.templates.use")}
          placeholder={t("store.templates.use")}
          value={null}
          loading={using.isPending}
          popupMatchSelectWidth={false}
          onChange={(id: string) => using.mutate(id)}
          options={templates.map((template) => ({ value: template.id, label: template.name }))}
        />
      )}
      {job.trial && (
        <Button icon={<SaveOutlined />} onClick={() => setNaming(true)}>
          {t("store.templates.keep")}
        </Button>
      )}
      <Sheet open={naming} title={t("store.templates.keep")} onClose={() => setNaming(false)}>
        <form
          className={frame.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== "") keeping.mutate();
          }}
        >
          <p>{t("store.templates.keepText")}</p>
          <Input
            aria-label={t("store.templates.name")}
            placeholder={t("store.templates.name")}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.target.value)}
          />
          <FormError error={keeping.error} />
          <div className={frame.buttons}>
            <Button type="primary" htmlType="submit" disabled={name.trim() === ""} loading={keeping.isPending}>
              {t("store.templates.keep")}
            </Button>
          </div>
        </form>
      </Sheet>
    </div>
  );
}
