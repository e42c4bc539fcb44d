import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Select } from "antd";
import { useId, useState } from "react";
import { addFieldInStores } from "@/api/sdk.gen";
import type { OverviewOut } from "@/api/types.gen";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { addition, newDraft } from "@/features/design/draft";
import type { FieldDraft } from "@/features/design/draft";
import { FieldForm } from "@/features/design/FieldForm";
import { TypePalette } from "@/features/design/TypePalette";
import { useDesignWords } from "@/features/design/useDesignWords";
import { storeKindQuery, storeKindsQuery } from "./api/design";
import styles from "./hqDesign.module.css";
import { useHqDesignTexts } from "./texts";
import type { Target } from "./useSpread";
import { WhereChoice } from "./WhereChoice";

type Props = {
  group: string;
  overview: OverviewOut;
  onSpread: (target: Target, stores: OverviewOut["stores"]) => void;
  onClose: () => void;
};

/** A field for many stores: of which kind of record, where, its type, then all about it. */
export function AddWanted({ group, overview, onSpread, onClose }: Props) {
  const t = useHqDesignTexts();
  const { t: tDesign, label, type: typeName } = useDesignWords();
  const id = useId();
  const [entity, setEntity] = useState("customer");
  const [where, setWhere] = useState<string[] | null>(null);
  const [draft, setDraft] = useState<FieldDraft | null>(null);
  // New fields are modelled after a store that will have them.
  const model = where?.[0] ?? overview.stores[0]?.slug ?? "";
  const kinds = useQuery(storeKindsQuery(group, model));
  const kind = useQuery(storeKindQuery(group, model, entity));
  const saving = useMutation({
    mutationFn: (wanted: FieldDraft) =>
      addFieldInStores({ path: { group, entity }, body: { field: addition(wanted), stores: where, later: true } }),
    onSuccess: ({ name }, wanted) => {
      const stores = overview.stores.filter(({ slug }) => where === null || where.includes(slug));
      onSpread({ entity, field: name, title: wanted.zh || wanted.en }, stores);
    },
  });
  const nowhere = where !== null && where.length === 0;
  return (
    <Sheet
      open
      title={draft ? tDesign("field.addOf", { type: typeName(draft.type) }) : t("addField")}
      width={720}
      onClose={onClose}
    >
      <div className={styles.form}>
        {!draft && (
          <>
            <div className={styles.field}>
              <label htmlFor={id}>{t("ofKind")}</label>
              <Select
                id={id}
                value={kinds.data ? entity : null}
                onChange={setEntity}
                loading={kinds.isPending}
                options={(kinds.data ?? [])
                  .filter(({ retired, origin }) => !retired && origin !== "store")
                  .map((one) => ({ value: one.name, label: label(one.label) }))}
              />
            </div>
            <WhereChoice stores={overview.stores} chosen={where} onChange={setWhere} />
            {nowhere ? <Alert type="info" title={t("where.none")} /> : <TypePalette onChoose={(type) => setDraft(newDraft(type))} />}
          </>
        )}
        {draft && (!kind.data || !kinds.data) && <SkeletonRows />}
        {draft && kind.data && kinds.data && (
          <FieldForm
            store={model}
            kind={kind.data}
            kinds={kinds.data.filter(({ origin }) => origin !== "store")}
            draft={draft}
            name={null}
            added
            error={saving.error}
            pending={saving.isPending}
            aside={<Button onClick={() => setDraft(null)}>{tDesign("field.back")}</Button>}
            onChange={setDraft}
            onSave={() => saving.mutate(draft)}
          />
        )}
      </div>
    </Sheet>
  );
}
