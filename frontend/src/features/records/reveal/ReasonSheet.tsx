import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { labelIn } from "@/i18n/labelIn";
import { useRecordsTexts } from "../texts";
import styles from "./reveal.module.css";
import type { Reveal } from "./useReveal";

const longest = 200;
const common = ["call", "check", "asked"] as const;

/** Why a masked value must be seen: asked once a day. */
export function ReasonSheet({ reveal }: { reveal: Reveal }) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const field = reveal.asked;
  const title = field ? t("reveal.title", { field: labelIn(field.label, i18n.language) }) : "";
  return (
    <Sheet open={field !== null} title={title} onClose={reveal.leave}>
      <ReasonForm reveal={reveal} />
    </Sheet>
  );
}

function ReasonForm({ reveal }: { reveal: Reveal }) {
  const t = useRecordsTexts();
  const [reason, setReason] = useState("");
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) reveal.give(reason.trim());
      }}
    >
      <p>{t("reveal.text")}</p>
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={longest}
        aria-label={t("reveal.reason")}
        placeholder={t("reveal.reason")}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.common}>
        {common.map((name) => (
          <Button key={name} size="small" onClick={() => setReason(t(`reveal.common.${name}`))}>
            {t(`reveal.common.${name}`)}
          </Button>
        ))}
      </div>
      <FormError error={reveal.refusal} />
      <div className={styles.buttons}>
        <Button onClick={reveal.leave}>{t("reveal.leave")}</Button>
        <Button type="primary" htmlType="submit" disabled={!reason.trim()} loading={reveal.giving}>
          {t("reveal.give")}
        </Button>
      </div>
    </form>
  );
}
