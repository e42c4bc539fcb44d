import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import type { Entity } from "@/features/records/api/entities";
import { useEntity } from "@/features/records/useEntity";
import { formatCount } from "@/format/money";
import { labelIn } from "@/i18n/labelIn";
import { lossesQuery, spanOf } from "./api";
import type { Asked, Chosen } from "./api";
import { LossSide } from "./LossSide";
import { Revivable } from "./Revivable";
import styles from "./losses.module.css";
import { useLossTexts } from "./texts";

/** /s/<store>/lead-losses: why leads are lost, and those that are worth another try. */
export function LossesPage() {
  const { store } = useParams({ from: "/_shell/s/$store/lead-losses" });
  const { entity, error, retry } = useEntity(store, "lead");
  if (error) return <ErrorPanel whole error={error} onRetry={retry} />;
  if (!entity) return <SkeletonRows rows={8} />;
  return <Losses store={store} entity={entity} />;
}

function Losses({ store, entity }: { store: string; entity: Entity }) {
  const t = useLossTexts();
  const { i18n } = useTranslation();
  const [asked, setAsked] = useState<Asked>({ days: 90, channel: null, owner: null });
  const [chosen, setChosen] = useState<Chosen>(null);
  const found = useQuery(lossesQuery(store, asked));
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const ask = (part: Partial<Asked>) => {
    setChosen(null);
    setAsked((before) => ({ ...before, ...part }));
  };
  const channels = entity.fields.find(({ name }) => name === "channel")?.choices ?? [];
  const told = found.data;
  const words = { ...spanOf(asked.days), lost: formatCount(told?.lost ?? 0), won: formatCount(told?.won ?? 0) };
  return (
    <div className={styles.page}>
      <PageHeader title={t("title")} note={told && told.lost !== null && (told.won === null ? t("note", words) : t("noteWon", words))} />
      <div className={styles.bar}>
        <Segmented
          aria-label={t("period")}
          value={asked.days}
          options={([30, 90, 365] as const).map((value) => ({ value, label: t(`days.${value}`) }))}
          onChange={(days) => ask({ days })}
        />
        <Select
          className={styles.select ?? ""}
          aria-label={t("channel")}
          allowClear
          placeholder={t("everyChannel")}
          value={asked.channel}
          options={channels.map(({ value, label }) => ({ value, label: labelIn(label, i18n.language) }))}
          onChange={(channel?: string | null) => ask({ channel: channel ?? null })}
        />
        <Select
          className={styles.select ?? ""}
          aria-label={t("owner")}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("everyOwner")}
          value={asked.owner}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(owner?: string | null) => ask({ owner: owner ?? null })}
        />
      </div>
      {found.error && !told && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {!told && !found.error && <SkeletonRows rows={8} />}
      {told && told.lost === null && <EmptyState title={t("hidden")} />}
      {told && told.lost === 0 && <EmptyState title={t("none")} text={t("noneText")} />}
      {told && (told.lost ?? 0) > 0 && (
        <>
          <div className={styles.sides}>
            {told.sides.map((side) => (
              <LossSide key={side.field} entity={entity} side={side} people={people} chosen={chosen} onChoose={setChosen} />
            ))}
          </div>
          <Revivable key={JSON.stringify([asked, chosen])} store={store} entity={entity} asked={asked} chosen={chosen} people={people} onAll={() => setChosen(null)} />
        </>
      )}
    </div>
  );
}
