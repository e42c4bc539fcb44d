import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { App, Button, Switch } from "antd";
import { copyRule, discardRuleDraft, orderRules, switchRule } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { rulesKey } from "./api";
import type { Head } from "./api";
import styles from "./rules.module.css";
import { useRuleTexts } from "./texts";

/** `among`: the ids of the rules of the same kind of record, in the order in which they are tried. */
type Props = { store: string; rule: Head; among: string[]; at: number };

/** One rule: whether it is on, what it did lately, and what can be done with it. */
export function RuleLine({ store, rule, among, at }: Props) {
  const t = useRuleTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const request = { path: { rule_id: rule.id }, headers: inStore(store) };
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => client.invalidateQueries({ queryKey: rulesKey(store) }),
  });
  const inForce = rule.published !== null;

  async function copy(): Promise<void> {
    const { id } = await copyRule({ ...request, body: { name: t("copyName", { name: rule.name }).slice(0, 60) } });
    await navigate({ to: "/s/$store/design/rules/$rule", params: { store, rule: id } });
  }
  function move(by: number): void {
    const rules = among.filter((id) => id !== rule.id);
    rules.splice(at + by, 0, rule.id);
    acting.mutate(() => orderRules({ body: { entity: rule.entity, rules }, headers: inStore(store) }));
  }
  function remove(): void {
    modal.confirm({
      title: t("delete"),
      content: t("deleteText", { name: rule.name }),
      okText: t("delete"),
      cancelText: t("close"),
      onOk: () => acting.mutateAsync(() => discardRuleDraft(request)).catch(() => undefined),
    });
  }
  return (
    <li className={styles.line}>
      {inForce && (
        <Switch
          aria-label={t("switch", { name: rule.name })}
          checked={rule.enabled}
          loading={acting.isPending}
          onChange={(on) => acting.mutate(() => switchRule({ ...request, body: { on } }))}
        />
      )}
      <div className={styles.words}>
        <Link to="/s/$store/design/rules/$rule" params={{ store, rule: rule.id }}>
          <b>{rule.name}</b>
        </Link>
        <span>
          {t(!inForce ? "state.draft" : !rule.enabled ? "state.off" : rule.changed ? "state.changed" : "state.on")}
          {inForce && <span className={styles.soft}> · {t("publishedBy", { name: rule.published_by, number: rule.published })}</span>}
        </span>
        {!rule.acts && <span className={styles.trouble}>{t("publisherGone")}</span>}
        <span className={styles.soft}>
          {rule.last_run ? t("lately", { count: rule.runs, at: formatDateTime(rule.last_run) }) : inForce && t("never")}
        </span>
        {rule.troubles > 0 && <span className={styles.trouble}>{t("troubles", { count: rule.troubles })}</span>}
        {rule.stuck_at && <span className={styles.trouble}>{t("stuck.title", { at: formatDateTime(rule.stuck_at) })}</span>}
        <FormError error={acting.error} />
      </div>
      <div className={styles.buttons}>
        <Button icon={<ArrowUpOutlined />} aria-label={t("earlier", { name: rule.name })} title={t("order")} disabled={at === 0} onClick={() => move(-1)} />
        <Button icon={<ArrowDownOutlined />} aria-label={t("later", { name: rule.name })} title={t("order")} disabled={at === among.length - 1} onClick={() => move(1)} />
        <Button onClick={() => acting.mutate(copy)}>{t("copy")}</Button>
        {!inForce && <Button onClick={remove}>{t("delete")}</Button>}
      </div>
    </li>
  );
}
