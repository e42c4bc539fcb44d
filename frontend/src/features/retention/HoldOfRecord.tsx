import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { putRetentionHold, takeRetentionHoldOff } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { inStore } from "@/http/inStore";
import { looksOnly } from "@/http/lookOnly";
import { holdQuery, retentionKey } from "./api";
import styles from "./retention.module.css";
import { useRetentionTexts } from "./texts";

/** Whether rules may take this record, and a reason why not. */
export function HoldOfRecord({ store, entity, id }: { store: string; entity: string; id: string }) {
  const t = useRetentionTexts();
  const client = useQueryClient();
  const found = useQuery(holdQuery(store, entity, id));
  const [reason, setReason] = useState("");
  const path = { entity, record_id: id };
  const anew = { onSuccess: () => client.invalidateQueries({ queryKey: retentionKey(store) }) };
  const putting = useMutation({ mutationFn: () => putRetentionHold({ headers: inStore(store), path, body: { reason: reason.trim() } }), ...anew });
  const taking = useMutation({ mutationFn: () => takeRetentionHoldOff({ headers: inStore(store), path }), ...anew });
  const held = found.data?.hold;
  if (!found.data || looksOnly(store)) return null;
  return (
    <Panel title={t("holds.one")}>
      <p className="cz-soft">{t("holds.oneNote")}</p>
      {held ? (
        <div className={styles.choice}>
          <span>{t("holds.heldFor", { reason: held.reason })}</span>
          <Button loading={taking.isPending} onClick={() => taking.mutate()}>
            {t("holds.off")}
          </Button>
        </div>
      ) : (
        <form
          className={styles.choice}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim()) putting.mutate();
          }}
        >
          <Input className={styles.reason ?? ""} aria-label={t("holds.reason")} placeholder={t("holds.reason")} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
          <Button htmlType="submit" disabled={!reason.trim()} loading={putting.isPending}>
            {t("holds.on")}
          </Button>
        </form>
      )}
      <FormError error={putting.error ?? taking.error} />
    </Panel>
  );
}
