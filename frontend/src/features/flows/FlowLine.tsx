import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { App, Button, Switch } from "antd";
import { copyFlow, discardFlowDraft, switchFlow } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { flowsKey } from "./api";
import type { Head } from "./api";
import styles from "./flows.module.css";
import { useFlowTexts } from "./texts";

/** One flow: whether it is on, which version, and what can be done with it. */
export function FlowLine({ store, flow }: { store: string; flow: Head }) {
  const t = useFlowTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const request = { path: { flow_id: flow.id }, headers: inStore(store) };
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => client.invalidateQueries({ queryKey: flowsKey(store) }),
  });
  const inForce = flow.published !== null;
  const said = !inForce ? "draft" : !flow.enabled ? "off" : flow.changed ? "changed" : "on";
  const drop = inForce ? "discard" : "delete";

  async function copy(): Promise<void> {
    const { id } = await copyFlow({ ...request, body: { name: t("copyName", { name: flow.name }).slice(0, 60) } });
    await navigate({ to: "/s/$store/design/flows/$flow", params: { store, flow: id } });
  }
  function ask(): void {
    modal.confirm({
      title: t(drop),
      content: t(`${drop}Text`, { name: flow.name }),
      okText: t(drop),
      cancelText: t("cancel"),
      onOk: () => acting.mutateAsync(() => discardFlowDraft(request)).catch(() => undefined),
    });
  }
  return (
    <li className={styles.line}>
      {inForce && (
        <Switch
          aria-label={t("switch", { name: flow.name })}
          checked={flow.enabled}
          loading={acting.isPending}
          onChange={(on) => acting.mutate(() => switchFlow({ ...request, body: { on } }))}
        />
      )}
      <div className={styles.words}>
        <Link to="/s/$store/design/flows/$flow" params={{ store, flow: flow.id }}>
          <b>{flow.name}</b>
        </Link>
        <span>
          {t(`state.${said}`)}
          {inForce && <span className={styles.soft}> · {t("publishedBy", { name: flow.published_by, number: flow.published })}</span>}
        </span>
        {!flow.acts && <span className={styles.trouble}>{t("publisherGone")}</span>}
        <span className={styles.soft}>{t("changedBy", { name: flow.changed_by, at: formatDateTime(flow.changed_at) })}</span>
        {flow.running > 0 && (
          <Link to="/s/$store/design/flows/running" params={{ store }} className={flow.stuck > 0 ? styles.trouble : undefined}>
            {t("running.count", { count: flow.running })}
            {flow.stuck > 0 && t("running.countStuck", { count: flow.stuck })}
          </Link>
        )}
        <FormError error={acting.error} />
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => acting.mutate(copy)}>{t("copy")}</Button>
        {(!inForce || flow.changed) && <Button onClick={ask}>{t(drop)}</Button>}
      </div>
    </li>
  );
}
