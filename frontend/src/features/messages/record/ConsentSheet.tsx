import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Segmented, Select } from "antd";
import { useState } from "react";
import { putMessageConsent } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { inStore } from "@/http/inStore";
import { channels, messagesKey } from "../api";
import type { Channel } from "../api";
import styles from "../messages.module.css";
import { Labelled } from "../TemplateSheet";
import { useMessageTexts } from "../texts";
import type { Said } from "./Consents";

type Props = { store: string; entity: string; id: string; first: Said; given: boolean; onClose: () => void };

const ways = ["paper", "spoken", "online"] as const;

/** What a customer said of messages: put down with how it is known; it is never changed, only followed by the next. */
export function ConsentSheet({ store, entity, id, first, given: before, onClose }: Props) {
  const t = useMessageTexts();
  const client = useQueryClient();
  const [said, setSaid] = useState(first);
  const [given, setGiven] = useState(!before);
  const [way, setWay] = useState<(typeof ways)[number]>("paper");
  const [proof, setProof] = useState("");
  const saving = useMutation({
    mutationFn: () => putMessageConsent({ path: { entity, record_id: id }, body: { ...said, given, way, proof }, headers: inStore(store) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: messagesKey(store) });
      onClose();
    },
  });
  return (
    <Sheet open title={t("consent.putTitle")} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <div className={styles.pair}>
          <Labelled label={t("by.channel")}>
            <Select<Channel>
              aria-label={t("by.channel")}
              value={said.channel}
              options={channels.filter((one) => one !== "in_app" && one !== "dingtalk").map((value) => ({ value, label: t(`channel.${value}`) }))}
              onChange={(channel) => setSaid({ ...said, channel })}
            />
          </Labelled>
          <Labelled label={t("by.purpose")}>
            <Select<Said["purpose"]>
              aria-label={t("by.purpose")}
              value={said.purpose}
              options={(["marketing", "service"] as const).map((value) => ({ value, label: t(`purpose.${value}`) }))}
              onChange={(purpose) => setSaid({ ...said, purpose })}
            />
          </Labelled>
        </div>
        <Labelled label={t("consent.what")}>
          <Segmented
            aria-label={t("consent.what")}
            value={given ? "given" : "withdrawn"}
            options={[
              { value: "given", label: t("consent.given") },
              { value: "withdrawn", label: t("consent.withdrawn") },
            ]}
            onChange={(value) => setGiven(value === "given")}
          />
        </Labelled>
        <Labelled label={t("consent.how")}>
          <Select aria-label={t("consent.how")} value={way} options={ways.map((value) => ({ value, label: t(`consent.way.${value}`) }))} onChange={setWay} />
        </Labelled>
        <Labelled label={t("consent.proof")} note={t("consent.proofText")}>
          <Input aria-label={t("consent.proof")} maxLength={200} required={given} value={proof} onChange={({ target }) => setProof(target.value)} />
        </Labelled>
        <FormError error={saving.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={given && !proof.trim()}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
