import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useEffect, useState } from "react";
import { listRecords } from "@/api/sdk.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { useWords } from "@/features/fields/useWords";
import type { Entity } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import { recordTitle } from "@/features/records/recordTitle";
import { inStore } from "@/http/inStore";
import { previewQuery } from "../api";
import type { Layout } from "../api";
import { usePrintTexts } from "../texts";
import styles from "./editor.module.css";

const pause = 500;
const offered = 20;

/** How a record looks on paper, a moment after each change. */
export function Preview({ store, entity, layout }: { store: string; entity: Entity; layout: Layout }) {
  const t = usePrintTexts();
  const [record, setRecord] = useState<string | null>(null);
  const settled = useSettled(layout);
  const preview = useQuery(previewQuery(store, entity.name, settled, record));
  const pictures = (preview.data?.pictures ?? []).map((picture, at) => ({ number: at + 1, picture }));
  const more = (preview.data?.pages ?? 0) - pictures.length;
  return (
    <section className={styles.preview} aria-label={t("preview.label")} aria-busy={preview.isFetching}>
      <div className={styles.previewHead}>
        <b>{t("preview.label")}</b>
        <RecordSelect store={store} entity={entity} value={record} onChange={setRecord} />
      </div>
      {preview.error && <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />}
      {!preview.data && !preview.error && <SkeletonRows rows={8} />}
      {preview.data?.record_id === null && <p className={styles.soft}>{t("preview.sample")}</p>}
      <div className={styles.pages} data-stale={preview.isPlaceholderData}>
        {pictures.map(({ number, picture }) => (
          <img key={number} className={styles.page} src={`data:image/png;base64,${picture}`} alt={t("preview.page", { number })} />
        ))}
      </div>
      {more > 0 && <p className={styles.soft}>{t("preview.more", { count: more })}</p>}
    </section>
  );
}

function RecordSelect({ store, entity, value, onChange }: { store: string; entity: Entity; value: string | null; onChange: (id: string | null) => void }) {
  const t = usePrintTexts();
  const words = useWords();
  const [typed, setTyped] = useState("");
  const asked = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ["store", store, "records", entity.name, "to-print", asked],
    queryFn: ({ signal }) =>
      listRecords({
        signal,
        headers: inStore(store),
        path: { entity: entity.name },
        query: { q: asked, fields: entity.title_fields.join(","), limit: offered, count: false },
      }),
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      className={styles.record ?? ""}
      allowClear
      aria-label={t("preview.record")}
      placeholder={t("preview.record")}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value}
      options={(found.data?.rows ?? []).map((row) => ({ value: idOf(row), label: recordTitle(entity, row, words) }))}
      onChange={(id) => onChange(id ?? null)}
    />
  );
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
