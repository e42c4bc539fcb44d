import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { followRuleAgain } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import { lookUp } from "@/i18n/defineTexts";
import { rulesKey } from "./api";
import type { Head } from "./api";
import { useRuleTexts } from "./texts";

type Props = { store: string; rule: Head; onAgain: () => Promise<void> };

/** That a rule by the clock was set aside, why, and the way back; nothing for the others. */
export function StuckRule({ store, rule, onAgain }: Props) {
  const t = useRuleTexts();
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => followRuleAgain({ path: { rule_id: rule.id }, headers: inStore(store) }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: rulesKey(store) });
      await onAgain();
    },
  });
  if (!rule.stuck_at) return null;
  const why = lookUp("rules", `problem.${rule.stuck_code}`) ?? lookUp("errors", rule.stuck_code) ?? t("stuck.code", { code: rule.stuck_code });
  return (
    <Alert
      type="error"
      showIcon
      title={t("stuck.title", { at: formatDateTime(rule.stuck_at) })}
      description={
        <>
          <p>
            {why} {t("stuck.text")}
          </p>
          <FormError error={again.error} />
          <Button loading={again.isPending} onClick={() => again.mutate()}>
            {t("stuck.again")}
          </Button>
        </>
      }
    />
  );
}
