import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Typography } from "antd";
import { changeLeadSource, deleteLeadSource, rotateLeadSourceSecret } from "@/api/sdk.gen";
import { ExchangeLine } from "@/components/exchange/ExchangeLine";
import { FormError } from "@/components/FormError";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { sourcesKey } from "./api";
import type { Source } from "./api";
import styles from "@/components/exchange/exchange.module.css";
import { SourceSecret } from "./SourceSecret";
import { useSourceTexts } from "./texts";

/** One source: whether it is on, where it is posted to, what came of posts lately, and what can be done with it. */
export function SourceLine({ store, source, onOpen }: { store: string; source: Source; onOpen: () => void }) {
  const t = useSourceTexts();
  const client = useQueryClient();
  const { modal } = App.useApp();
  const { id, name, enabled, version } = source;
  const request = { path: { lead_source_id: id }, headers: inStore(store) };
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => client.invalidateQueries({ queryKey: sourcesKey(store) }),
  });
  const confirm = (what: "rotate" | "delete", act: () => Promise<unknown>) =>
    modal.confirm({
      title: t(what),
      content: t(`${what}Text`, { name }),
      okText: t(what),
      cancelText: t("close"),
      onOk: () => acting.mutateAsync(act).catch(() => undefined),
    });
  async function rotate(): Promise<void> {
    const { secret } = await rotateLeadSourceSecret({ ...request, body: { version } });
    modal.info({ title: t("secret.title"), width: 640, icon: null, content: <SourceSecret source={source} secret={secret} />, okText: t("secret.done") });
  }
  function turn(on: boolean): Promise<unknown> {
    const { kind, channel, mapping, owner, per_hour, per_day } = source;
    const body = { version, name, kind, channel: channel as never, mapping, owner, per_hour, per_day, enabled: on };
    return changeLeadSource({ ...request, body });
  }
  return (
    <ExchangeLine
      name={name}
      label={t("switch", { name })}
      enabled={enabled}
      busy={acting.isPending}
      onSwitch={(on) => acting.mutate(() => turn(on))}
      buttons={
        <>
          <Button onClick={onOpen}>{t("change")}</Button>
          {source.kind !== "form" && <Button onClick={() => confirm("rotate", rotate)}>{t("rotate")}</Button>}
          <Button danger onClick={() => confirm("delete", () => deleteLeadSource(request))}>
            {t("delete")}
          </Button>
        </>
      }
    >
      <span className={`${styles.soft} cz-small`}>{t(`kind.${source.kind}`)}</span>
      <Typography.Text copyable={{ text: `${location.origin}${source.path}` }} className={`${styles.soft} ${styles.address} cz-small`}>
        {source.path}
      </Typography.Text>
      <span className={`${styles.soft} cz-small`}>
        {source.last_at ? t("lately", { count: source.came, at: formatDateTime(source.last_at) }) : t("never")}
        {source.waiting > 0 && ` · ${t("waiting", { count: source.waiting })}`}
      </span>
      {source.old_until && <span className={`${styles.soft} cz-small`}>{t("oldUntil", { at: formatDateTime(source.old_until) })}</span>}
      {source.refused > 0 && <span className={styles.trouble}>{t("refusals", { count: source.refused })}</span>}
      <FormError error={acting.error} />
    </ExchangeLine>
  );
}
