import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { changeFieldInStores } from "@/api/sdk.gen";
import type { OverviewOut, WantedFieldOut } from "@/api/types.gen";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { changesOf, draftOf } from "@/features/design/draft";
import { FieldForm } from "@/features/design/FieldForm";
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

/** What the field is called, says and asks for, in every store that has it. */
export function ChangeWanted({ group, overview, wanted, onSpread, onClose }: Props) {
  const t = useHqDesignTexts();
  const tCommon = useCommonTexts();
  const { t: tDesign, label } = useDesignWords();
  const { field, entity } = wanted;
  const [before] = useState(() => draftOf(field));
  const [draft, setDraft] = useState(before);
  const [acceptEmpty, setAcceptEmpty] = useState(false);
  const model = wanted.stores.find(({ state }) => state !== "missing" && state !== "taken")?.store ?? overview.stores[0]?.slug ?? "";
  const kind = useQuery(storeKindQuery(group, model, entity)).data;
  const kinds = useQuery(storeKindsQuery(group, model)).data;
  const added = field.origin !== "product";
  const changes = changesOf(before, draft, added);
  const saving = useMutation({
    mutationFn: () =>
      changeFieldInStores({ path: { group, entity, field: field.name }, body: { change: changes, later: true } }),
    onSuccess: () => {
      const slugs = new Set(wanted.stores.map(({ store }) => store));
      const stores = overview.stores.filter(({ slug }) => slugs.has(slug));
      onSpread({ entity, field: field.name, title: label(field.label) }, stores, { accept_empty: acceptEmpty });
    },
  });
  return (
    <Sheet open title={tDesign("field.editTitle", { name: label(field.label) })} width={720} onClose={onClose}>
      {kind && kinds ? (
        <FieldForm
          store={model}
          kind={kind}
          kinds={kinds}
          draft={draft}
          name={field.name}
          added={added}
          error={saving.error}
          pending={saving.isPending}
          unchanged={Object.keys(changes).length === 0}
          aside={
            draft.required && !before.required ? (
              <Checkbox checked={acceptEmpty} onChange={(event) => setAcceptEmpty(event.target.checked)}>
                {tDesign("field.acceptEmpty")}
              </Checkbox>
            ) : (
              <Button onClick={onClose}>{tCommon("cancel")}</Button>
            )
          }
          onChange={setDraft}
          onSave={() => saving.mutate()}
        />
      ) : (
        <SkeletonRows />
      )}
      <p>{t("changeNote", { count: wanted.stores.length })}</p>
    </Sheet>
  );
}
