import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { addEntityInStores, changeEntityInStores } from "@/api/sdk.gen";
import type { OverviewOut, WantedKindOut } from "@/api/types.gen";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { useDesignWords } from "@/features/design/useDesignWords";
import { useHqDesignTexts } from "./texts";
import type { Target } from "./useSpread";
import { WhereChoice } from "./WhereChoice";

type Names = { zh: string; en: string; pluralZh: string; pluralEn: string; title: string };
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
  const { t: tDesign } = useDesignWords();
  const [where, setWhere] = useState<string[] | null>(null);
  const saving = useMutation({
    mutationFn: async (names: Names) => {
      const label = { zh: names.zh.trim(), en: names.en.trim() };
      const plural = { zh: names.pluralZh.trim() || label.zh, en: names.pluralEn.trim() || label.en };
      if (edited) {
        await changeEntityInStores({ path: { group, entity: edited.entity }, body: { change: { label, plural }, later: true } });
        return { entity: edited.entity, title: label.zh };
      }
      const title = names.title.trim();
      const entity = { label, plural, ...(title ? { title: { zh: title, en: "" } } : {}) };
      const made = await addEntityInStores({ path: { group }, body: { entity, stores: where, later: true } });
      return { entity: made.name, title: label.zh };
    },
    onSuccess: ({ entity, title }) => {
      const slugs = edited ? edited.stores.map(({ store }) => store) : where;
      onSpread({ entity, field: null, title }, overview.stores.filter(({ slug }) => slugs === null || slugs.includes(slug)));
    },
  });
  const { form, field } = useFields<keyof Names>({
    initial: {
      zh: edited?.label.zh ?? "",
      en: edited?.label.en ?? "",
      pluralZh: edited?.label_plural.zh ?? "",
      pluralEn: edited?.label_plural.en ?? "",
      title: "",
    },
    rules: {
      zh: (zh) => (zh.trim() ? null : tDesign("kind.needsName")),
      en: () => null,
      pluralZh: () => null,
      pluralEn: () => null,
      title: () => null,
    },
    onSubmit: (names) => saving.mutate(names),
  });
  return (
    <Sheet open title={t(edited ? "renameKind" : "addKind")} onClose={onClose}>
      <Fields form={form}>
        <TextField {...field("zh")} label={tDesign("kind.zh")} maxLength={60} autoComplete="off" />
        <TextField {...field("en")} label={tDesign("kind.en")} maxLength={60} autoComplete="off" />
        <TextField {...field("pluralZh")} label={tDesign("kind.pluralZh")} hint={tDesign("kind.pluralHint")} maxLength={60} autoComplete="off" />
        <TextField {...field("pluralEn")} label={tDesign("kind.pluralEn")} maxLength={60} autoComplete="off" />
        {!edited && (
          <>
            <TextField {...field("title")} label={tDesign("kind.title")} hint={tDesign("kind.titleHint")} placeholder={tDesign("kind.titleDefault")} maxLength={60} autoComplete="off" />
            <WhereChoice stores={overview.stores} chosen={where} onChange={setWhere} />
          </>
        )}
        {saving.error && <FormError error={saving.error} />}
        <Button type="primary" htmlType="submit" block loading={saving.isPending} disabled={!edited && where?.length === 0}>
          {t(edited ? "renameKind" : "addKind")}
        </Button>
      </Fields>
    </Sheet>
  );
}
