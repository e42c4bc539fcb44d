import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { addEntityInStores, changeEntityInStores } from "@/api/sdk.gen";
import type { OverviewOut, WantedKindOut } from "@/api/types.gen";
import { Fields } from "@/components/form/Fields";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { KindNames } from "@/features/design/KindNames";
import { saidOf, useKindNames } from "@/features/design/useKindNames";
import type { Names } from "@/features/design/useKindNames";
import { useHqDesignTexts } from "./texts";
import type { Target } from "./useSpread";
import { WhereChoice } from "./WhereChoice";

type Props = {
  group: string;
  overview: OverviewOut;
  edited: WantedKindOut | null;
  onSpread: (target: Target, stores: OverviewOut["stores"]) => void;
  onClose: () => void;
};

/** A kind of record for many stores, or the names of one there is. */
export function WantedKind({ group, overview, edited, onSpread, onClose }: Props) {
  const t = useHqDesignTexts();
  const [where, setWhere] = useState<string[] | null>(null);
  const saving = useMutation({
    mutationFn: async (names: Names) => {
      const { label, plural, first } = saidOf(names);
      if (edited) {
        await changeEntityInStores({ path: { group, entity: edited.entity }, body: { change: { label, plural }, later: true } });
        return { entity: edited.entity, title: label.zh };
      }
      const entity = { label, plural, ...first };
      const made = await addEntityInStores({ path: { group }, body: { entity, stores: where, later: true } });
      return { entity: made.name, title: label.zh };
    },
    onSuccess: ({ entity, title }) => {
      const slugs = edited ? edited.stores.map(({ store }) => store) : where;
      onSpread({ entity, field: null, title }, overview.stores.filter(({ slug }) => slugs === null || slugs.includes(slug)));
    },
  });
  const { form, field } = useKindNames(edited, (names) => saving.mutate(names));
  return (
    <Sheet open title={t(edited ? "renameKind" : "addKind")} onClose={onClose}>
      <Fields form={form}>
        <KindNames field={field} isNew={!edited} />
        {!edited && <WhereChoice stores={overview.stores} chosen={where} onChange={setWhere} />}
        {saving.error && <FormError error={saving.error} />}
        <Button type="primary" htmlType="submit" block loading={saving.isPending} disabled={!edited && where?.length === 0}>
          {t(edited ? "renameKind" : "addKind")}
        </Button>
      </Fields>
    </Sheet>
  );
}
