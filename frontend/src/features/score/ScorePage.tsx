import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useState } from "react";
import { changeScoreSheet } from "@/api/sdk.gen";
import type { ScoreSheetOut } from "@/api/types.gen";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { isApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import { looksOnly } from "@/http/lookOnly";
import { sheetQuery } from "./api";
import { Grades } from "./Grades";
import { Item } from "./Item";
import styles from "./score.module.css";
import { useScoreTexts } from "./texts";

const usual: ScoreSheetOut["grades"] = [
  { grade: "H", points: 60, days: 2 },
  { grade: "A", points: 40, days: 4 },
  { grade: "B", points: 20, days: 7 },
  { grade: "C", points: 0, days: 15 },
];

/** /s/<store>/settings/lead-score: what makes a lead promising, and what follows from it. */
export function ScorePage() {
  const { store } = useParams({ from: "/_shell/s/$store/settings/lead-score" });
  const found = useQuery(sheetQuery(store));
  if (found.error) return <ErrorPanel whole error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={8} />;
  return <Sheet key={found.data.version} store={store} told={found.data} />;
}

function Sheet({ store, told }: { store: string; told: ScoreSheetOut }) {
  const t = useScoreTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(told);
  // Items have no names of their own: a line keeps its key while others come and go.
  const [keys, setKeys] = useState(() => told.items.map((_, at) => at));
  const change = (part: Partial<ScoreSheetOut>) => setDraft((before) => ({ ...before, ...part }));
  const disabled = !told.may_change || looksOnly(store);
  const saving = useMutation({
    mutationFn: () => {
      const { items, grades, at, version } = draft;
      return changeScoreSheet({ headers: inStore(store), body: { items, grades, at, version } });
    },
    onSuccess: (answer) => {
      client.setQueryData(sheetQuery(store).queryKey, answer);
      void message.success(t("saved"));
    },
  });
  const begun = draft.grades.length > 0;
  const sound = begun && draft.items.every(({ name }) => name.trim() !== "");
  return (
    <div className={styles.page}>
      <PageHeader title={t("title")} note={t("note")} />
      {!told.may_change && <p className={styles.only}>{t("lookOnly")}</p>}
      {!begun && (
        <EmptyState
          title={t("off")}
          text={t("offText")}
          actions={!disabled && <Button onClick={() => change({ grades: usual })}>{t("begin")}</Button>}
        />
      )}
      {begun && (
        <>
          <Panel title={t("items")}>
            <ul className={styles.items}>
              {draft.items.map((item, at) => (
                <Item
                  key={keys[at]}
                  store={store}
                  item={item}
                  disabled={disabled}
                  onChange={(next) => {
                    change({ items: next ? draft.items.with(at, next) : draft.items.toSpliced(at, 1) });
                    if (!next) setKeys(keys.toSpliced(at, 1));
                  }}
                />
              ))}
            </ul>
            {!disabled && (
              <Button
                onClick={() => {
                  change({ items: [...draft.items, { name: t("newItem"), points: 5, when: { combinator: "and", rules: [] } }] });
                  setKeys([...keys, Math.max(-1, ...keys) + 1]);
                }}
              >
                {t("add")}
              </Button>
            )}
          </Panel>
          <Panel title={t("grades")}>
            <Grades told={draft} disabled={disabled} onChange={change} />
          </Panel>
        </>
      )}
      {!disabled && draft !== told && (
        <div className={styles.bar} role="region" aria-label={t("title")}>
          <span role="status">{t("unsaved")}</span>
          <FormError error={saving.error} />
          {isApiError(saving.error, "score_sheet_changed") && <Button onClick={() => void client.invalidateQueries(sheetQuery(store))}>{t("again")}</Button>}
          <Button type="primary" disabled={!sound} loading={saving.isPending} onClick={() => saving.mutate()}>
            {t("save")}
          </Button>
        </div>
      )}
    </div>
  );
}
