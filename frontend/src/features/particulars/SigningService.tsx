import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Select, Typography } from "antd";
import { chooseSigningService } from "@/api/sdk.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { inStore } from "@/http/inStore";
import { looksOnly } from "@/http/lookOnly";
import { signingServiceQuery } from "./api";
import styles from "./particulars.module.css";
import { useParticularsTexts } from "./texts";
import { WaitingContracts } from "./WaitingContracts";

/** Which of the store's webhooks has contracts signed; none: customers sign by finger on the page of their link. */
export function SigningService({ store }: { store: string }) {
  const t = useParticularsTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { message, modal } = App.useApp();
  const query = signingServiceQuery(store);
  const { data } = useQuery(query);
  const choosing = useMutation({
    mutationFn: (webhook: string | null) =>
      chooseSigningService({ headers: inStore(store), body: { version: data?.version ?? 0, webhook, waiting: data?.waiting ?? 0 } }),
    onSuccess: (answer) => {
      client.setQueryData(query.queryKey, answer);
      void message.success(t("serviceSaved"));
    },
    onError: (error) => {
      refuse(error);
      void client.invalidateQueries({ queryKey: query.queryKey });
    },
  });
  const choose = (webhook: string | null): void => {
    if (!data || data.waiting === 0) {
      choosing.mutate(webhook);
      return;
    }
    modal.confirm({
      title: t("changeTitle"),
      content: <WaitingContracts store={store} service={data} />,
      okText: t("changeOk"),
      cancelText: t("changeKeep"),
      onOk: () => choosing.mutateAsync(webhook).catch(() => undefined),
    });
  };
  return (
    <Panel title={t("service")}>
      {!data && <SkeletonRows rows={2} />}
      {data && (
        <div className={styles.words}>
          <p className="cz-soft">{t(data.webhooks.length === 0 ? "serviceNone" : "serviceNote")}</p>
          <Select
            aria-label={t("service")}
            className={styles.service ?? ""}
            disabled={looksOnly(store) || choosing.isPending}
            value={data.webhook ?? ""}
            options={[{ value: "", label: t("serviceByLink") }, ...data.webhooks.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(chosen: string) => choose(chosen || null)}
          />
          {data.webhook && (
            <>
              <span className="cz-soft">{t("answerTo")}</span>
              <Typography.Text copyable code>
                {`${window.location.origin}${data.answer_to}`}
              </Typography.Text>
            </>
          )}
        </div>
      )}
    </Panel>
  );
}
