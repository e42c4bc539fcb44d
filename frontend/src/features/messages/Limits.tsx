import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, InputNumber, Select } from "antd";
import { useState } from "react";
import { setMessageLimits } from "@/api/sdk.gen";
import type { MessageLimitsOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { inStore } from "@/http/inStore";
import { limitsQuery } from "./api";
import styles from "./messages.module.css";
import { Labelled } from "./TemplateSheet";
import { useMessageTexts } from "./texts";

const halves = Array.from({ length: 48 }, (_, at) => at * 30);
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** When customers are left in peace, and how much marketing one of them gets. */
export function Limits({ store }: { store: string }) {
  const known = useQuery(limitsQuery(store));
  if (known.error) return <ErrorPanel error={known.error} onRetry={() => void known.refetch()} />;
  return known.data ? <Form key={known.data.version} store={store} known={known.data} /> : <SkeletonRows />;
}

function Form({ store, known }: { store: string; known: MessageLimitsOut }) {
  const t = useMessageTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(known);
  const put = (changed: Partial<MessageLimitsOut>) => setDraft((before) => ({ ...before, ...changed }));
  const saving = useMutation({
    mutationFn: () => setMessageLimits({ body: draft, headers: inStore(store) }),
    onSuccess: (kept) => {
      client.setQueryData(limitsQuery(store).queryKey, kept);
      void message.success(t("saved"));
    },
  });
  const times = [...new Set([...halves, draft.quiet_from, draft.quiet_to])].toSorted((one, other) => one - other).map((value) => ({ value, label: clock(value) }));
  return (
    <Panel title={t("limits.title")}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <div className={styles.row}>
          <span>{t("limits.quiet")}</span>
          <Select aria-label={t("limits.from")} value={draft.quiet_from} options={times} onChange={(quiet_from) => put({ quiet_from })} />
          <span>{t("limits.to")}</span>
          <Select aria-label={t("limits.until")} value={draft.quiet_to} options={times} onChange={(quiet_to) => put({ quiet_to })} />
        </div>
        <span className={`${styles.soft} cz-small`}>{t("limits.quietText")}</span>
        <Checkbox checked={draft.quiet_for_service} onChange={({ target }) => put({ quiet_for_service: target.checked })}>
          {t("limits.service")}
        </Checkbox>
        <div className={styles.pair}>
          <Labelled label={t("limits.day")}>
            <InputNumber aria-label={t("limits.day")} min={0} max={100} value={draft.per_day} onChange={(value) => put({ per_day: value ?? 0 })} />
          </Labelled>
          <Labelled label={t("limits.week")} note={t("limits.none")}>
            <InputNumber aria-label={t("limits.week")} min={0} max={100} value={draft.per_week} onChange={(value) => put({ per_week: value ?? 0 })} />
          </Labelled>
        </div>
        <FormError error={saving.error} />
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={JSON.stringify(draft) === JSON.stringify(known)}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
