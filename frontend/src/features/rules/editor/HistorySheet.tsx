import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { rollBackRule } from "@/api/sdk.gen";
import type { RuleDefinition } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { rulesKey, versionsQuery } from "../api";
import type { Rule } from "../api";
import { ofServer } from "../definition";
import { ruleText } from "../sentence";
import type { Told } from "../sentence";
import { useRuleTexts } from "../texts";
import styles from "./editor.module.css";

type Props = { store: string; rule: Rule; told: Told; onRolledBack: () => void; onClose: () => void };

/** The versions as the sentences that they say, each with who published it; and the way back. */
export function HistorySheet({ store, rule, told, onRolledBack, onClose }: Props) {
  const t = useRuleTexts();
  const client = useQueryClient();
  const versions = useQuery(versionsQuery(store, rule.id));
  const back = useMutation({
    mutationFn: (number: number) => rollBackRule({ path: { rule_id: rule.id }, body: { number }, headers: inStore(store) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: rulesKey(store) });
      onRolledBack();
      onClose();
    },
  });
  return (
    <Sheet open title={t("history.open")} width={640} onClose={onClose}>
      {versions.error && <ErrorPanel error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.isPending && <SkeletonRows rows={3} />}
      <FormError error={back.error} />
      <ol className={styles.versions}>
        {versions.data?.map((version) => (
          <li key={version.number} className={styles.version}>
            <b>{t("history.version", { number: version.number })}</b>
            <span className={styles.soft}>
              {version.by_name} · {formatDateTime(version.at)}
              {version.back_to !== null && ` · ${t("history.backTo", { number: version.back_to })}`}
            </span>
            <span>{ruleText(ofServer(version.definition as RuleDefinition), told)}</span>
            {version.number !== rule.published && (
              <span>
                <Button size="small" loading={back.isPending} onClick={() => back.mutate(version.number)}>
                  {t("history.rollBack")}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
