import { PlusOutlined, ThunderboltOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { rulesQuery } from "./api";
import type { Head } from "./api";
import { BacklogPanel } from "./BacklogPanel";
import { NewRule } from "./NewRule";
import { RuleLine } from "./RuleLine";
import styles from "./rules.module.css";
import { useRuleTexts } from "./texts";

/** /s/<store>/design/rules: what the store does by itself. */
export function RulesPage() {
  const { store } = useParams({ from: "/_shell/s/$store/design/rules" });
  return (
    <DesignGate store={store}>
      <Loaded store={store} />
    </DesignGate>
  );
}

function Loaded({ store }: { store: string }) {
  const rules = useQuery(rulesQuery(store));
  const entities = useQuery(entitiesQuery(store));
  const error = rules.error ?? entities.error;
  if (error) return <ErrorPanel whole error={error} onRetry={() => void rules.refetch()} />;
  if (!rules.data || !entities.data) return <SkeletonRows />;
  return <Rules store={store} rules={rules.data} entities={entities.data} />;
}

function Rules({ store, rules, entities }: { store: string; rules: Head[]; entities: Entity[] }) {
  const t = useRuleTexts();
  const { i18n } = useTranslation();
  const [making, setMaking] = useState(false);
  const kinds = entities.filter(({ name }) => rules.some(({ entity }) => entity === name));
  const begin = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {t("new.open")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        note={t("note")}
        actions={
          <>
            <Link to="/s/$store/settings/webhooks" params={{ store }}>
              <Button>{t("webhooks")}</Button>
            </Link>
            {rules.length > 0 && begin}
          </>
        }
      />
      {rules.length === 0 && <EmptyState icon={<ThunderboltOutlined />} title={t("empty")} text={t("emptyText")} actions={begin} />}
      {kinds.map((kind) => {
        const of = rules.filter(({ entity }) => entity === kind.name);
        return (
          <Panel key={kind.name} title={labelIn(kind.label, i18n.language)} flush>
            <ol className={styles.list}>
              {of.map((rule, at) => (
                <RuleLine key={rule.id} store={store} rule={rule} among={of.map(({ id }) => id)} at={at} />
              ))}
            </ol>
          </Panel>
        );
      })}
      {rules.length > 0 && <BacklogPanel store={store} entities={entities} />}
      <NewRule store={store} entities={entities} open={making} onClose={() => setMaking(false)} />
    </>
  );
}
