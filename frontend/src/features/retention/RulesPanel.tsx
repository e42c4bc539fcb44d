import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { RetentionRuleOut } from "@/api/types.gen";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { entitiesQuery } from "@/features/records/api/entities";
import { looksOnly } from "@/http/lookOnly";
import { rulesQuery } from "./api";
import styles from "./retention.module.css";
import { RuleLine } from "./RuleLine";
import { RuleSheet } from "./RuleSheet";
import { useRetentionTexts } from "./texts";

/** Rules by which records go: each with what it did. */
export function RulesPanel({ store }: { store: string }) {
  const t = useRetentionTexts();
  const rules = useQuery(rulesQuery(store));
  const kinds = (useQuery(entitiesQuery(store)).data ?? []).filter(({ actions }) => actions.includes("delete"));
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const [edited, setEdited] = useState<RetentionRuleOut | "new" | null>(null);
  const may = !looksOnly(store) && kinds.length > 0;
  const add = may && <Button onClick={() => setEdited("new")}>{t("rules.add")}</Button>;
  return (
    <Panel title={t("rules.title")} extra={rules.data?.length ? add : null} flush>
      <p className={styles.intro}>{t("rules.note")}</p>
      {rules.isPending && <SkeletonRows rows={2} />}
      {rules.error && <ErrorPanel error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data?.length === 0 && <EmptyState title={t("rules.noneTitle")} text={t("rules.noneText")} actions={add} />}
      <ul className={styles.list}>
        {rules.data?.map((rule) => (
          <RuleLine key={rule.id} store={store} rule={rule} kinds={kinds} people={people} onEdit={() => setEdited(rule)} />
        ))}
      </ul>
      {edited && <RuleSheet store={store} kinds={kinds} rule={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
}
