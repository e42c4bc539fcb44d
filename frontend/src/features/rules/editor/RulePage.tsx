import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useMemo, useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { useNamedWords } from "@/features/fields/useNamedWords";
import { templatesQuery } from "@/features/messages/api";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { useOffered } from "@/features/records/useOffered";
import { tagsQuery } from "@/features/tags/api";
import { useRoleName } from "@/features/roles/useRoleName";
import { webhooksQuery } from "@/features/webhooks/api";
import { ruleQuery } from "../api";
import type { Rule } from "../api";
import { ruleText } from "../sentence";
import type { Told } from "../sentence";
import { useRuleTexts } from "../texts";
import { ActionsPart } from "./ActionsPart";
import { ConditionPart } from "./ConditionPart";
import styles from "./editor.module.css";
import { LogPanel } from "./LogPanel";
import { RuleBar } from "./RuleBar";
import { TriggerPart } from "./TriggerPart";
import { TryPanel } from "./TryPanel";
import { useRule } from "./useRule";

/** /s/<store>/design/rules/<rule> */
export function RulePage() {
  const { store, rule } = useParams({ from: "/_shell/s/$store/design/rules/$rule" });
  return (
    <DesignGate store={store}>
      <Loaded key={rule} store={store} id={rule} />
    </DesignGate>
  );
}

function Loaded({ store, id }: { store: string; id: string }) {
  const rule = useQuery(ruleQuery(store, id));
  const entities = useQuery(entitiesQuery(store));
  const error = rule.error ?? entities.error;
  if (error) return <ErrorPanel whole error={error} onRetry={() => void rule.refetch()} />;
  const entity = entities.data?.find(({ name }) => name === rule.data?.entity);
  if (!rule.data || !entities.data || !entity) return <SkeletonRows rows={8} />;
  return <Editing store={store} rule={rule.data} entity={entity} entities={entities.data} />;
}

type Tab = "rule" | "try" | "log";

function Editing({ store, rule, entity, entities }: { store: string; rule: Rule; entity: Entity; entities: Entity[] }) {
  const t = useRuleTexts();
  const state = useRule(store, rule);
  const [tab, setTab] = useState<Tab>("rule");
  const { definition } = state.value;
  const { offered, sentence } = useOffered(store, entity.name, definition.condition ?? undefined);
  const words = useNamedWords(store, true);
  const known = useQuery(tagsQuery(store)).data;
  const tags = useMemo(() => new Map((known ?? []).map(({ id, name }) => [id, name] as const)), [known]);
  const written = useQuery(templatesQuery(store, entity.name)).data;
  const templates = useMemo(() => new Map((written ?? []).map(({ id, name }) => [id, name] as const)), [written]);
  const roleName = useRoleName();
  const called = useQuery(webhooksQuery(store)).data;
  const webhooks = useMemo(() => new Map((called ?? []).map(({ id, name }) => [id, name] as const)), [called]);
  const told: Told = { entity, entities, sentence: { ...sentence, words }, tags, templates, webhooks, roleName, t };
  const part = { store, told, problems: state.told.problems };
  return (
    <>
      <RuleBar store={store} state={state} told={told} />
      <div className={styles.board}>
        <Segmented<Tab>
          className={styles.tabs ?? ""}
          aria-label={state.value.name}
          value={tab}
          onChange={setTab}
          options={(["rule", "try", "log"] as const).map((value) => ({ value, label: t(`tab.${value}`) }))}
        />
        {tab === "try" && <TryPanel store={store} rule={state.told} entity={entity} waiting={state.dirty || state.saving} />}
        {tab === "log" && <LogPanel store={store} rule={state.told} entity={entity} />}
        {tab === "rule" && (
          <>
            <p className={styles.sentence} aria-live="polite">
              {ruleText(definition, told)}
            </p>
            <TriggerPart {...part} value={definition.trigger} onChange={(trigger) => state.change({ ...definition, trigger })} />
            <ConditionPart
              {...part}
              offered={offered}
              value={definition.condition}
              onChange={(condition) => state.change({ ...definition, condition })}
            />
            <ActionsPart {...part} definition={definition} onChange={state.change} />
          </>
        )}
      </div>
    </>
  );
}
