import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { retireField } from "@/api/sdk.gen";
import type { DesignedFieldOut, UsesOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { useRoleName } from "@/features/roles/useRoleName";
import { inStore } from "@/http/inStore";
import { usesQuery } from "./api/formula";
import styles from "./design.module.css";
import { useDesigning } from "./useDesigning";
import { useDesignWords } from "./useDesignWords";

type Props = { store: string; entity: string; field: DesignedFieldOut; onClose: () => void };

/** Says who uses the field before it goes; what rights depend on does not go at all. */
export function RetireField({ store, entity, field, onClose }: Props) {
  const { t, label } = useDesignWords();
  const tCommon = useCommonTexts();
  const [accepted, setAccepted] = useState(false);
  const uses = useQuery(usesQuery(store, entity, field.name));
  const retiring = useDesigning(
    store,
    () => retireField({ path: { entity, field: field.name }, query: { accept_use: accepted }, headers: inStore(store) }),
    onClose,
  );
  const found = uses.data;
  const kept = Boolean(found && (found.roles.length > 0 || found.ceiling));
  const used = Boolean(found && found.formulas.length + found.views.length + found.private_views > 0);
  return (
    <Sheet open title={t("field.retireTitle", { name: label(field.label) })} onClose={onClose}>
      <div className={styles.form}>
        <p>{t("field.retireText")}</p>
        {uses.error && <ErrorPanel error={uses.error} onRetry={() => void uses.refetch()} />}
        {uses.isPending && <SkeletonRows />}
        {found && <Users uses={found} />}
        {used && !kept && (
          <Checkbox checked={accepted} onChange={(event) => setAccepted(event.target.checked)}>
            {t("field.uses.accept")}
          </Checkbox>
        )}
        {retiring.error && <FormError error={retiring.error} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{tCommon("cancel")}</Button>
          <Button
            danger
            type="primary"
            loading={retiring.isPending}
            disabled={!found || kept || (used && !accepted)}
            onClick={() => retiring.mutate(undefined)}
          >
            {t("field.retireConfirm")}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function Users({ uses }: { uses: UsesOut }) {
  const { t, label } = useDesignWords();
  const roleName = useRoleName();
  const lines = [
    ...uses.formulas.map((one) => t("field.uses.formula", { name: label(one.label), kind: label(one.entity_label) })),
    ...uses.views.map((name) => t("field.uses.view", { name })),
    ...(uses.private_views > 0 ? [t("field.uses.private", { count: uses.private_views })] : []),
    ...(uses.roles.length > 0 ? [t("field.uses.rights", { roles: uses.roles.map((role) => roleName(role)).join("、") })] : []),
    ...(uses.ceiling ? [t("field.uses.ceiling")] : []),
  ];
  if (lines.length === 0) return <p className={styles.soft}>{t("field.uses.none")}</p>;
  return (
    <div>
      <b>{t("field.uses.title")}</b>
      <ul className={styles.uses}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
