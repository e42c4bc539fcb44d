import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { changeLeadSource, createLeadSource } from "@/api/sdk.gen";
import type { LeadSourceSecretOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { entitiesQuery } from "@/features/records/api/entities";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { sourcesKey } from "./api";
import type { Source, Sources, Wanted } from "./api";
import styles from "@/components/exchange/exchange.module.css";
import own from "./leadSources.module.css";
import { MappingEditor } from "./MappingEditor";
import { SourceSecret } from "./SourceSecret";
import { useSourceTexts } from "./texts";

type Props = { store: string; source: Source | null; known: Sources; onClose: () => void };

const kinds = ["portal", "call", "form"] as const;
const fresh: Wanted = { name: "", kind: "portal", channel: "autohome", mapping: {}, owner: null, enabled: true, per_hour: 1000, per_day: 10_000 };

/** What a source is called, what it sends and how it calls it; of a new one where to send and the secret afterwards. */
export function SourceSheet({ store, source, known, onClose }: Props) {
  const t = useSourceTexts();
  const client = useQueryClient();
  const [made, setMade] = useState<LeadSourceSecretOut | null>(null);
  const [wanted, setWanted] = useState<Wanted>(() => (source ? wantedOf(source) : { ...fresh, mapping: known.presets.autohome ?? {} }));
  const saving = useMutation({
    mutationFn: async () => {
      const headers = inStore(store);
      if (!source) return createLeadSource({ body: wanted, headers });
      await changeLeadSource({ path: { lead_source_id: source.id }, body: { ...wanted, version: source.version }, headers });
      return null;
    },
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: sourcesKey(store) });
      if (answer) setMade(answer);
      else onClose();
    },
  });
  const put = (part: Partial<Wanted>) => setWanted((before) => ({ ...before, ...part }));
  return (
    <Sheet open width={640} title={made ? t("secret.title") : source ? t("change") : t("new")} onClose={onClose}>
      {made ? (
        <>
          <SourceSecret source={made.source} secret={made.secret} />
          <div className={styles.buttons}>
            <Button type="primary" onClick={onClose}>
              {t("secret.done")}
            </Button>
          </div>
        </>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            saving.mutate();
          }}
        >
          <Basics store={store} wanted={wanted} known={known} isNew={source === null} onPut={put} />
          <MappingEditor known={known} mapping={wanted.mapping} onChange={(mapping) => put({ mapping })} />
          <FormError error={saving.error} />
          <div className={styles.buttons}>
            <Button onClick={onClose}>{t("close")}</Button>
            <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={!wanted.name.trim()}>
              {t("save")}
            </Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}

type BasicsProps = { store: string; wanted: Wanted; known: Sources; isNew: boolean; onPut: (part: Partial<Wanted>) => void };

function Basics({ store, wanted, known, isNew, onPut }: BasicsProps) {
  const t = useSourceTexts();
  const id = useId();
  const { i18n } = useTranslation();
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const lead = useQuery(entitiesQuery(store)).data?.find(({ name }) => name === "lead");
  const channels = lead?.fields.find(({ name }) => name === "channel")?.choices ?? [];
  function choose(channel: string): void {
    const preset = isNew && (known.presets[channel] ?? null);
    onPut({ channel: channel as Wanted["channel"], ...(preset ? { mapping: preset } : {}), ...(isNew && channel === "call" ? { kind: "call" } : {}) });
  }
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={`${id}name`}>{t("name")}</label>
        <Input id={`${id}name`} required maxLength={60} placeholder={t("nameExample")} value={wanted.name} onChange={({ target }) => onPut({ name: target.value })} />
      </div>
      <div className={own.pair}>
        <div className={styles.field}>
          <label htmlFor={`${id}channel`}>{t("channel")}</label>
          <Select
            id={`${id}channel`}
            value={wanted.channel as string}
            options={channels.map(({ value, label }) => ({ value, label: labelIn(label, i18n.language) }))}
            onChange={choose}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}kind`}>{t("sender")}</label>
          <Select id={`${id}kind`} value={wanted.kind} options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} onChange={(kind) => onPut({ kind })} />
        </div>
      </div>
      <span className={`${styles.soft} cz-small`}>{t(`about.${wanted.kind}`)}</span>
      <div className={styles.field}>
        <label htmlFor={`${id}owner`}>{t("owner")}</label>
        <Select
          allowClear
          id={`${id}owner`}
          placeholder={t("nobody")}
          value={wanted.owner}
          options={people.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(owner: string | undefined) => onPut({ owner: owner ?? null })}
        />
      </div>
    </>
  );
}

function wantedOf({ name, kind, channel, mapping, owner, enabled, per_hour, per_day }: Source): Wanted {
  return { name, kind, channel: channel as Wanted["channel"], mapping, owner, enabled, per_hour, per_day };
}
