import { useQuery } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { useEntity } from "@/features/records/useEntity";
import { looksOnly } from "@/http/lookOnly";
import { labelIn } from "@/i18n/labelIn";
import { dutiesQuery } from "./api";
import type { Duties } from "./api";
import { DutiesForm } from "./DutiesForm";
import styles from "./duties.module.css";
import { useDutyTexts } from "./texts";

/** What each person of the store looks after; leads are shared out by it. Not there for who sees no leads. */
export function DutiesPanel({ store }: { store: string }) {
  const t = useDutyTexts();
  const { i18n } = useTranslation();
  const { entity } = useEntity(store, "lead");
  const duties = useQuery(dutiesQuery(store));
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const [setting, setSetting] = useState<Duties | null>(null);
  if (!entity) return null;
  if (duties.error) return <ErrorPanel error={duties.error} onRetry={() => void duties.refetch()} />;
  if (!duties.data) return null;
  const sources = (entity.fields.find(({ name }) => name === "channel")?.choices ?? []).map(({ value, label }) => ({ value, label: labelIn(label, i18n.language) }));
  const sourceName = (value: string) => sources.find((one) => one.value === value)?.label ?? value;
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? "";
  const maySet = duties.data.may_set && !looksOnly(store);
  return (
    <Panel title={t("title")} flush>
      <p className={styles.note}>{t("note")}</p>
      <ul>
        {duties.data.people.map((one) => {
          const name = nameOf(one.person);
          const said = [...one.regions, ...one.models, ...one.sources.map(sourceName)];
          return (
            <li key={one.person} className={styles.line}>
              <span className={styles.name}>{name}</span>
              <span className={styles.said}>
                {said.length === 0 ? <span className="cz-soft">{t("none")}</span> : said.map((word) => <Tag key={word}>{word}</Tag>)}
              </span>
              {maySet && (
                <Button size="small" aria-label={t("setOf", { name })} onClick={() => setSetting(one)}>
                  {t("set")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Sheet open={setting !== null} title={t("of", { name: nameOf(setting?.person ?? "") })} width={560} onClose={() => setSetting(null)}>
        {setting && <DutiesForm key={setting.person} store={store} duties={setting} name={nameOf(setting.person)} sources={sources} onDone={() => setSetting(null)} />}
      </Sheet>
    </Panel>
  );
}
