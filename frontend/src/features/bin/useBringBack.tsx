import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import type { LostLinkOut } from "@/api/types.gen";
import { useErrorNotice } from "@/components/errorNotice";
import type { Entity } from "@/features/records/api/entities";
import { readAnew } from "@/features/records/api/save";
import { recordPath } from "@/features/records/paths";
import { labelIn } from "@/i18n/labelIn";
import { bringBack } from "./api";
import type { Recycled } from "./api";
import { useBinTexts } from "./texts";

/** Brings records back, offers to open a single one, and tells of links that lead nowhere any more. */
export function useBringBack(store: string, kinds: Entity[]) {
  const t = useBinTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const refuse = useErrorNotice();
  const { notification } = App.useApp();
  const bringing = useMutation({
    mutationFn: (records: Recycled[]) => bringBack(store, records),
    onError: refuse,
    onSettled: () => readAnew(client, store),
  });

  function told(records: Recycled[], lost: LostLinkOut[]): string {
    if (lost.length === 0) return t("broughtBack", { count: records.length });
    const what = lost.map(({ record_id, field }) => {
      const record = records.find((one) => one.record_id === record_id);
      const label = kinds.find(({ name }) => name === record?.entity)?.fields.find(({ name }) => name === field)?.label;
      return t("lostOne", { title: record?.title ?? t("unnamed"), field: label ? labelIn(label, i18n.language) : field });
    });
    return t("lost", { what: what.join(t("joinList")) });
  }

  function bring(records: Recycled[], done: () => void): void {
    bringing.mutate(records, {
      onSuccess: (lost) => {
        done();
        const [only] = records;
        const key = records.map(({ id }) => id).join();
        const open =
          records.length === 1 && only ? (
            <Button
              onClick={() => {
                notification.destroy(key);
                void navigate({ to: recordPath(store, only.entity, only.record_id) });
              }}
            >
              {t("open")}
            </Button>
          ) : null;
        const say = lost.length > 0 ? notification.warning : notification.success;
        say({ key, title: told(records, lost), placement: "bottom", actions: open, duration: lost.length > 0 ? 0 : 6 });
      },
    });
  }
  return { bring, busy: bringing.isPending };
}
