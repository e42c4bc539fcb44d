import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "@/components/Panel";
import { useErrorNotice } from "@/components/errorNotice";
import { FieldValue } from "@/features/fields/FieldValue";
import { isBlank } from "@/features/fields/valueText";
import type { Entity } from "@/features/records/api/entities";
import { recordPath } from "@/features/records/paths";
import { labelIn } from "@/i18n/labelIn";
import { apart, groupsQuery } from "./api";
import type { Group, Like } from "./api";
import styles from "./duplicates.module.css";
import { MergeSheet } from "./MergeSheet";
import { useDuplicatesTexts } from "./texts";
import { useTakeBack } from "./useTakeBack";

/** Records that are likely one, why, and what to do with them: two at a time. */
export function GroupCard({ store, entity, group }: { store: string; entity: Entity; group: Group }) {
  const t = useDuplicatesTexts();
  const { i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const showError = useErrorNotice();
  const [ticked, setTicked] = useState(() => group.records.slice(0, 2).map((one) => one.id));
  const [pair, setPair] = useState<[Like, Like] | null>(null);
  const label = (name: string) => {
    const field = entity.fields.find((one) => one.name === name);
    return field ? labelIn(field.label, i18n.language) : name;
  };
  const refresh = () => client.invalidateQueries({ queryKey: groupsQuery(store, entity.name).queryKey });
  const { takeBack } = useTakeBack(store, entity.name);
  const telling = useMutation({
    mutationFn: () => apart(store, entity.name, group.records.map((one) => one.id)),
    onSuccess: () => {
      void message.success(t("apartDone"));
      void refresh();
    },
    onError: showError,
  });

  function onMerged(operation: string): void {
    setPair(null);
    void refresh();
    void message.success({
      key: operation,
      duration: 10,
      content: (
        <span>
          {t("merged")}
          <Button type="link" size="small" onClick={() => takeBack(operation)}>
            {t("undo")}
          </Button>
        </span>
      ),
    });
  }

  const facts = entity.fields.filter((field) => field.in_list && !entity.title_fields.includes(field.name));
  const between = i18n.language === "en" ? ", " : "、";
  const same = group.why.filter((name) => name !== group.alike).map(label).join(between);
  const near = group.alike && label(group.alike);
  const why = near ? t(same ? "becauseBoth" : "becauseAlike", { alike: near, fields: same }) : t("because", { fields: same });
  const [first, second] = group.records.filter((one) => ticked.includes(one.id));
  return (
    <Panel
      title={why}
      extra={<span className={styles.soft}>{t("likely", { score: group.score })}</span>}
      flush
    >
      {group.records.map((one) => (
        <div key={one.id} className={styles.line}>
          {group.records.length > 2 && (
            <Checkbox
              aria-label={one.title ?? t("unnamed")}
              checked={ticked.includes(one.id)}
              disabled={ticked.length === 2 && !ticked.includes(one.id)}
              onChange={() => setTicked(ticked.includes(one.id) ? ticked.filter((id) => id !== one.id) : [...ticked, one.id])}
            />
          )}
          <Link to={recordPath(store, entity.name, one.id)} className={styles.title}>
            {one.title ?? t("unnamed")}
          </Link>
          <span className={styles.facts}>
            {facts
              .filter((field) => !isBlank(one.record[field.name]))
              .map((field) => (
                <span key={field.name}>
                  <FieldValue value={one.record[field.name]} field={field} store={store} row={one.record} plain />
                </span>
              ))}
          </span>
        </div>
      ))}
      {group.more && <p className={`${styles.line} ${styles.soft}`}>{t("moreInGroup")}</p>}
      <div className={styles.foot}>
        <Button type="primary" disabled={!first || !second} onClick={() => first && second && setPair([first, second])}>
          {t("merge")}
        </Button>
        <Button loading={telling.isPending} onClick={() => telling.mutate()}>
          {t("apart")}
        </Button>
      </div>
      {pair && <MergeSheet store={store} entity={entity} pair={pair} onClose={() => setPair(null)} onMerged={onMerged} />}
    </Panel>
  );
}
