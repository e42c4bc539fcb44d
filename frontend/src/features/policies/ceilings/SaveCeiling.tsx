import { CheckCircleFilled, WarningFilled } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useId, useState } from "react";
import { previewCeiling, removeCeiling, setCeiling } from "@/api/sdk.gen";
import type { CeilingOutcome, Ceilings, PolicyShape } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { lookUp } from "@/i18n/defineTexts";
import { Effects } from "../Effects";
import styles from "../policies.module.css";
import { usePolicyWords } from "../useWords";

/** What the ceiling would mean in one store at a time; then set it, and say store by store what came of it. */
export function SaveCeiling(props: {
  group: string;
  ceilings: Ceilings;
  store: string | null;
  entity: string;
  policy: PolicyShape | null;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { group, ceilings, store, entity, policy } = props;
  const { t } = usePolicyWords();
  const id = useId();
  const client = useQueryClient();
  const [seen, setSeen] = useState(store ?? ceilings.stores[0]?.slug ?? "");
  const path = { group, entity };
  const effects = useQuery({
    queryKey: ["hq", group, "ceilings", "preview", entity, seen, policy],
    queryFn: ({ signal }) => previewCeiling({ path, body: { store: seen, policy }, signal }),
    enabled: seen !== "",
    gcTime: 0,
    retry: false,
  });
  const stores = store === null ? null : [store];
  const saving = useMutation({
    mutationFn: () => (policy ? setCeiling({ path, body: { policy, stores } }) : removeCeiling({ path, body: { stores } })),
    onSuccess: async () => {
      props.onSaved();
      await client.invalidateQueries({ queryKey: ["hq", group, "ceilings"] });
      await client.invalidateQueries({ queryKey: ["store"] });
    },
  });
  return (
    <Sheet open title={t(saving.data ? "ceilings.outcome" : "effects.title")} width={640} onClose={props.onClose}>
      <div className={styles.form}>
        {saving.data ? (
          <Outcomes outcomes={saving.data} />
        ) : (
          <>
            {store === null && (
              <div className={styles.field}>
                <label htmlFor={id}>{t("ceilings.previewIn")}</label>
                <Select
                  id={id}
                  value={seen}
                  onChange={setSeen}
                  options={ceilings.stores.map(({ slug, name }) => ({ value: slug, label: name }))}
                />
              </div>
            )}
            {effects.isPending && seen !== "" && <SkeletonRows rows={4} />}
            {effects.error && <ErrorPanel error={effects.error} onRetry={() => void effects.refetch()} />}
            {effects.data && <Effects effects={effects.data} kinds={ceilings.entities} roles={[]} />}
          </>
        )}
        {saving.error && <FormError error={saving.error} />}
        <div className={styles.buttons}>
          {saving.data ? (
            <Button type="primary" onClick={props.onClose}>
              {t("done")}
            </Button>
          ) : (
            <>
              <Button onClick={props.onClose}>{t("effects.back")}</Button>
              <Button type="primary" loading={saving.isPending} onClick={() => saving.mutate()}>
                {t(policy ? "ceilings.save" : "ceilings.remove")}
              </Button>
            </>
          )}
        </div>
      </div>
    </Sheet>
  );
}

function Outcomes({ outcomes }: { outcomes: CeilingOutcome[] }) {
  const { t } = usePolicyWords();
  return (
    <ul className={styles.list}>
      {outcomes.map(({ store, name, code, message }) => (
        <li key={store}>
          {code ? (
            <WarningFilled aria-hidden className={styles.warning} />
          ) : (
            <CheckCircleFilled aria-hidden className={styles.holds} />
          )}
          <span className={styles.words}>
            <b>{name}</b>
            <span className={styles.soft}>{code ? (lookUp("errors", code) ?? message) : t("ceilings.holds")}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
