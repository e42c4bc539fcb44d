import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { bringBackEntityInStores, bringBackFieldInStores, retireEntityInStores, retireFieldInStores } from "@/api/sdk.gen";
import type { OverviewOut, StateOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { useCommonTexts } from "@/components/texts";
import { keyOf } from "./api/design";
import styles from "./hqDesign.module.css";
import { useHqDesignTexts } from "./texts";
import type { Target } from "./useSpread";

/** `retired`: as it is now; the other is what is asked for. */
export type Wanted = Target & { retired: boolean; stores: StateOut[] };
type Props = {
  group: string;
  overview: OverviewOut;
  wanted: Wanted;
  onSpread: (target: Target, stores: OverviewOut["stores"]) => void;
  onClose: () => void;
};

/** Says what it means before it takes something from stores, or gives it back. */
export function RetireWanted({ group, overview, wanted, onSpread, onClose }: Props) {
  const t = useHqDesignTexts();
  const tCommon = useCommonTexts();
  const client = useQueryClient();
  const { entity, field, title, retired } = wanted;
  const acting = useMutation({
    mutationFn: () => {
      const body = { later: true };
      if (field) {
        const path = { group, entity, field };
        return retired ? bringBackFieldInStores({ path, body }) : retireFieldInStores({ path, body });
      }
      const path = { group, entity };
      return retired ? bringBackEntityInStores({ path, body }) : retireEntityInStores({ path, body });
    },
    onSuccess: async () => {
      const slugs = new Set(wanted.stores.filter(({ state }) => retired || state !== "missing").map(({ store }) => store));
      if (slugs.size === 0) {
        // No store had it: it is forgotten.
        await client.invalidateQueries({ queryKey: keyOf(group) });
        onClose();
        return;
      }
      onSpread({ entity, field, title }, overview.stores.filter(({ slug }) => slugs.has(slug)));
    },
  });
  return (
    <Sheet open title={t(retired ? "bringBackTitle" : "retireTitle", { title })} onClose={onClose}>
      <div className={styles.form}>
        <p>{t(retired ? "bringBackText" : "retireText", { count: wanted.stores.length })}</p>
        {acting.error && <FormError error={acting.error} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{tCommon("cancel")}</Button>
          <Button type="primary" danger={!retired} loading={acting.isPending} onClick={() => acting.mutate()}>
            {t(retired ? "bringBackConfirm" : "retireConfirm")}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
