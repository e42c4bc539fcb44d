import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useDeferredValue, useState } from "react";
import { draftMessage, listRecords } from "@/api/sdk.gen";
import type { MessageTemplateIn, TemplateParam } from "@/api/types.gen";
import { entitiesQuery } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import { recordTitle } from "@/features/records/recordTitle";
import { useWords } from "@/features/fields/useWords";
import { inStore } from "@/http/inStore";
import { withProviderTemplate } from "./api";
import { Bubble } from "./Bubble";
import styles from "./messages.module.css";
import { useMessageTexts } from "./texts";

type Props = { store: string; draft: MessageTemplateIn; onNames: (params: TemplateParam[]) => void };

/** How the words will read, with a record of the store or with the fields' names; how many parts, and what they cost. */
export function DraftPreview({ store, draft, onNames }: Props) {
  const t = useMessageTexts();
  const words = useWords();
  const [record, setRecord] = useState<string | null>(null);
  const entity = useQuery(entitiesQuery(store)).data?.find(({ name }) => name === draft.entity);
  const some = useQuery({
    queryKey: ["store", store, "some records", draft.entity],
    queryFn: ({ signal }) => listRecords({ path: { entity: draft.entity }, query: { limit: 20 }, headers: inStore(store), signal }),
  });
  const rows = (some.data?.rows ?? []) as Record<string, unknown>[];
  const late = useDeferredValue(draft);
  const known = record && rows.some((row) => idOf(row) === record) ? record : null;
  const body = { entity: late.entity, channel: late.channel, subject: late.subject ?? "", text: late.text, sign_name: late.sign_name ?? "", record_id: known };
  const preview = useQuery({
    queryKey: ["store", store, "message draft", body],
    queryFn: ({ signal }) => draftMessage({ body, headers: inStore(store), signal }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const told = preview.data;
  const cost = told?.price === null || told?.price === undefined ? null : (Number(told.price) * told.parts).toFixed(3);
  const names = new Map((draft.params ?? []).map(({ path, name }) => [path, name]));
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <span className={styles.grow}>{t("preview.title")}</span>
        <Select
          allowClear
          size="small"
          aria-label={t("preview.record")}
          placeholder={t("preview.record")}
          popupMatchSelectWidth={240}
          value={known}
          options={rows.map((row) => ({ value: idOf(row), label: entity ? recordTitle(entity, row, words) : idOf(row) }))}
          onChange={(id: string | undefined) => setRecord(id ?? null)}
        />
      </div>
      {told && <Bubble channel={draft.channel} sign={draft.sign_name ?? ""} subject={told.subject} text={told.text} />}
      {told && told.lost.length > 0 && <span className={styles.trouble}>{t("preview.lost", { names: told.lost.join("、") })}</span>}
      {told && (
        <span className={styles.soft}>
          {t("preview.length", { count: told.text.length })}
          {draft.channel === "sms" && ` · ${t("preview.parts", { parts: told.parts })}`}
          {cost !== null && Number(cost) > 0 && ` · ${t("preview.cost", { cost })}`}
        </span>
      )}
      {told && withProviderTemplate(draft.channel) && told.paths.length > 0 && (
        <div className={styles.field}>
          <span>{t("preview.names")}</span>
          <span className={`${styles.soft} cz-small`}>{t("preview.namesText")}</span>
          {told.paths.map((path) => (
            <div key={path} className={styles.row}>
              <code className={styles.grow}>{path}</code>
              <Input
                className={styles.grow ?? ""}
                aria-label={path}
                maxLength={40}
                placeholder={path.replace("@", "").split(".").at(-1) ?? ""}
                value={names.get(path) ?? ""}
                onChange={({ target }) => onNames([...(draft.params ?? []).filter((one) => one.path !== path), { path, name: target.value }].filter(({ name }) => name))}
              />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
