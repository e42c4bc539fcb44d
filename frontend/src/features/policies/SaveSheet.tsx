import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { previewPolicies, setPolicies } from "@/api/sdk.gen";
import type { ChangeIn, MatrixOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { isApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import { Effects } from "./Effects";
import styles from "./policies.module.css";
import { usePolicyWords } from "./useWords";

/** What would change for whom, then the button that makes it so. */
export function SaveSheet(props: {
  store: string;
  matrix: MatrixOut;
  changes: ChangeIn[];
  onSaved: () => void;
  onClose: () => void;
}) {
  const { store, matrix, changes } = props;
  const { t } = usePolicyWords();
  const client = useQueryClient();
  const headers = inStore(store);
  const effects = useQuery({
    queryKey: ["store", store, "policies", "preview", changes],
    queryFn: ({ signal }) => previewPolicies({ body: { changes }, headers, signal }),
    gcTime: 0,
    retry: false,
  });
  const saving = useMutation({
    mutationFn: () => setPolicies({ body: { changes }, headers }),
    onSuccess: async () => {
      props.onSaved();
      await client.invalidateQueries({ queryKey: ["store", store] });
    },
  });
  const outdated = isApiError(saving.error, "policy_changed");
  return (
    <Sheet open title={t("effects.title")} width={640} onClose={props.onClose}>
      <div className={styles.form}>
        {effects.isPending && <SkeletonRows rows={4} />}
        {effects.error && <ErrorPanel error={effects.error} onRetry={() => void effects.refetch()} />}
        {effects.data && <Effects effects={effects.data} kinds={matrix.entities} roles={matrix.roles} />}
        {saving.error && <FormError error={saving.error} />}
        <div className={styles.buttons}>
          {outdated && (
            <Button
              onClick={() => {
                props.onSaved();
                void client.invalidateQueries({ queryKey: ["store", store, "policies"] });
              }}
            >
              {t("effects.reload")}
            </Button>
          )}
          <Button onClick={props.onClose}>{t("effects.back")}</Button>
          <Button
            type="primary"
            disabled={!effects.data || outdated}
            loading={saving.isPending}
            onClick={() => saving.mutate()}
          >
            {t("effects.save")}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
