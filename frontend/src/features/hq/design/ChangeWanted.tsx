import { useMutation, useQuery } from "@tanstack/react-query";
import { changeFieldInStores } from "@/api/sdk.gen";
import type { OverviewOut, WantedFieldOut } from "@/api/types.gen";
import type { FieldChange } from "@/features/design/ChangeSheet";
import { ChangeSheet } from "@/features/design/ChangeSheet";
import { useDesignWords } from "@/features/design/useDesignWords";
import { storeKindQuery, storeKindsQuery } from "./api/design";
import { useHqDesignTexts } from "./texts";
import type { Agreed, Target } from "./useSpread";

type Props = {
  group: string;
  overview: OverviewOut;
  wanted: WantedFieldOut;
  onSpread: (target: Target, stores: OverviewOut["stores"], agreed: Agreed) => void;
  onClose: () => void;
};

/** A field of headquarters, in every store that has it. */
export function ChangeWanted({ group, overview, wanted, onSpread, onClose }: Props) {
  const t = useHqDesignTexts();
  const { label } = useDesignWords();
  const { field, entity } = wanted;
  const model = wanted.stores.find(({ state }) => state !== "missing" && state !== "taken")?.store ?? overview.stores[0]?.slug ?? "";
  const saving = useMutation({
    mutationFn: ({ changes }: FieldChange) =>
      changeFieldInStores({ path: { group, entity, field: field.name }, body: { change: changes, later: true } }),
    onSuccess: (_, { acceptEmpty }) => {
      const slugs = new Set(wanted.stores.map(({ store }) => store));
      const stores = overview.stores.filter(({ slug }) => slugs.has(slug));
      onSpread({ entity, field: field.name, title: label(field.label) }, stores, { accept_empty: acceptEmpty });
    },
  });
  return (
    <ChangeSheet
      store={model}
      kind={useQuery(storeKindQuery(group, model, entity)).data}
      kinds={useQuery(storeKindsQuery(group, model)).data}
      field={field}
      saving={saving}
      emptyAhead
      note={<p>{t("changeNote", { count: wanted.stores.length })}</p>}
      onClose={onClose}
    />
  );
}
