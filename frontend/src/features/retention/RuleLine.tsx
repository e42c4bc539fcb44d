import { ExclamationCircleFilled } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Tag } from "antd";
import { useState } from "react";
import { deleteRetentionRule, switchRetentionRule } from "@/api/sdk.gen";
import type { RetentionRuleOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { useCommonTexts } from "@/components/texts";
import type { Entity } from "@/features/records/api/entities";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { looksOnly } from "@/http/lookOnly";
import { lookUp } from "@/i18n/defineTexts";
import { retentionKey } from "./api";
import styles from "./retention.module.css";
import { RunLines } from "./RunLines";
import { StartSheet } from "./StartSheet";
import { useRetentionTexts } from "./texts";
import { useRuleSentence } from "./useRuleSentence";

type Props = { store: string; rule: RetentionRuleOut; kinds: Entity[]; people: { id: string; name: string }[]; onEdit: () => void };
const colors = { on: "green", off: "default", stopped: "red" } as const;

export function RuleLine({ store, rule, kinds, people, onEdit }: Props) {
  const t = useRetentionTexts();
  const tCommon = useCommonTexts();
  const client = useQueryClient();
  const { modal } = App.useApp();
  const [starting, setStarting] = useState(false);
  const sentence = useRuleSentence(store, rule, kinds);
  const anew = { onSuccess: () => client.invalidateQueries({ queryKey: retentionKey(store) }) };
  const stopping = useMutation({
    mutationFn: () => switchRetentionRule({ headers: inStore(store), path: { retention_rule_id: rule.id }, body: { on: false, name: "", met: 0 } }),
    ...anew,
  });
  const deleting = useMutation({
    mutationFn: () => deleteRetentionRule({ headers: inStore(store), path: { retention_rule_id: rule.id } }),
    ...anew,
  });
  const remove = () =>
    modal.confirm({
      title: t("rules.deleteTitle", { name: rule.name }),
      content: t("rules.deleteText"),
      okText: t("rules.delete"),
      okButtonProps: { danger: true },
      cancelText: tCommon("cancel"),
      onOk: () => deleting.mutate(),
    });
  const who = people.find(({ id }) => id === rule.confirmed_by)?.name ?? t("somebody");
  return (
    <li className={styles.rule}>
      <div className={styles.line}>
        <div className={styles.words}>
          <span>
            <span className={styles.name}>{rule.name}</span> <Tag color={colors[rule.state]}>{t(`rules.state.${rule.state}`)}</Tag>
          </span>
          <span>{rule.known ? sentence : t("rules.unknown")}</span>
          {rule.state === "on" && rule.confirmed_at && (
            <span className="cz-soft cz-small">
              {t("rules.onSince", { who, when: formatDateTime(rule.confirmed_at) })}
              {rule.next_at && ` · ${t("rules.next", { when: formatDateTime(rule.next_at) })}`}
            </span>
          )}
          {rule.state === "stopped" && (
            <span className={styles.trouble}>
              <ExclamationCircleFilled aria-hidden /> {t("rules.stopped", { why: lookUp("errors", rule.stop_code, { name: rule.name }) ?? rule.stop_code })}
            </span>
          )}
          <FormError error={stopping.error ?? deleting.error} />
        </div>
        {!looksOnly(store) && (
          <div className={styles.choice}>
            {rule.state === "on" ? (
              <Button loading={stopping.isPending} onClick={() => stopping.mutate()}>
                {t("rules.off")}
              </Button>
            ) : (
              <Button type="primary" disabled={!rule.known} onClick={() => setStarting(true)}>
                {t("rules.look")}
              </Button>
            )}
            <Button disabled={!rule.known} onClick={onEdit}>
              {t("rules.edit")}
            </Button>
            <Button danger type="text" loading={deleting.isPending} onClick={remove}>
              {t("rules.delete")}
            </Button>
          </div>
        )}
      </div>
      <RunLines runs={rule.runs} perNight={rule.per_night} />
      {starting && <StartSheet store={store} rule={rule} sentence={sentence} onClose={() => setStarting(false)} />}
    </li>
  );
}
