import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { startFlow } from "@/api/sdk.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { readAnew } from "@/features/records/api/save";
import { inStore } from "@/http/inStore";
import { looksOnly } from "@/http/lookOnly";
import { startableQuery } from "./api";
import { useApprovalTexts } from "./texts";

/** Begins a flow on a record: a button where there is one flow to begin, a menu where there are more. */
export function StartFlow({ store, entity, id }: { store: string; entity: string; id: string }) {
  const t = useApprovalTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { message } = App.useApp();
  const flows = useQuery({ ...startableQuery(store, entity, id), enabled: !looksOnly(store) }).data ?? [];
  const starting = useMutation({
    mutationFn: (flow: string) => startFlow({ headers: inStore(store), body: { flow_id: flow, record_id: id } }),
    onSuccess: (_, flow) => void message.success(t("ofRecord.begun", { name: flows.find(({ flow_id }) => flow_id === flow)?.name ?? "" })),
    onError: refuse,
    onSettled: () => readAnew(client, store),
  });
  const [only, ...more] = flows;
  if (!only) return null;
  const named = (name: string, under: boolean) => (under ? t("ofRecord.underWay", { name }) : name);
  if (more.length === 0) {
    return (
      <Button disabled={only.under_way} loading={starting.isPending} onClick={() => starting.mutate(only.flow_id)}>
        {named(only.button, only.under_way)}
      </Button>
    );
  }
  const items = flows.map((one) => ({ key: one.flow_id, label: named(one.button, one.under_way), disabled: one.under_way }));
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => starting.mutate(key) }}>
      <Button loading={starting.isPending}>{t("ofRecord.start")}</Button>
    </Dropdown>
  );
}
