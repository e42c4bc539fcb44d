import { Button, Select } from "antd";
import { useId, useState } from "react";
import { addEntity, changeEntity } from "@/api/sdk.gen";
import type { DesignOut } from "@/api/types.gen";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { useCommonTexts } from "@/components/texts";
import { inStore } from "@/http/inStore";
import styles from "./design.module.css";
import { useDesigning } from "./useDesigning";
import { useDesignWords } from "./useDesignWords";

type Names = { zh: string; en: string; pluralZh: string; pluralEn: string; title: string };
const titleLimit = 5;

/** A new kind of record (`edited` null), or the names of one there is. */
export function KindForm(props: { store: string; edited: DesignOut | null; onDone: (kind: DesignOut) => void }) {
  const { store, edited } = props;
  const { t, label } = useDesignWords();
  const tCommon = useCommonTexts();
  const id = useId();
  const [titles, setTitles] = useState(edited?.title ?? []);
  const headers = inStore(store);
  const saving = useDesigning(
    store,
    (names: Names) => {
      const said = { zh: names.zh.trim(), en: names.en.trim() };
      const plural = { zh: names.pluralZh.trim() || said.zh, en: names.pluralEn.trim() || said.en };
      if (!edited) {
        const title = names.title.trim();
        return addEntity({ body: { label: said, plural, ...(title ? { title: { zh: title, en: "" } } : {}) }, headers });
      }
      const own = edited.origin !== "product" && titles.length > 0 && titles.join() !== edited.title.join();
      return changeEntity({ path: { entity: edited.name }, body: { label: said, plural, ...(own ? { title: titles } : {}) }, headers });
    },
    props.onDone,
  );
  const { form, field } = useFields<keyof Names>({
    initial: {
      zh: edited?.label.zh ?? "",
      en: edited?.label.en ?? "",
      pluralZh: edited?.label_plural.zh ?? "",
      pluralEn: edited?.label_plural.en ?? "",
      title: "",
    },
    rules: {
      zh: (zh) => (zh.trim() ? null : t("kind.needsName")),
      en: () => null,
      pluralZh: () => null,
      pluralEn: () => null,
      title: () => null,
    },
    onSubmit: (names) => saving.mutate(names),
  });
  return (
    <Fields form={form}>
      {!edited && <p className={styles.soft}>{t("kind.about")}</p>}
      <TextField {...field("zh")} label={t("kind.zh")} maxLength={60} autoComplete="off" />
      <TextField {...field("en")} label={t("kind.en")} maxLength={60} autoComplete="off" />
      <TextField {...field("pluralZh")} label={t("kind.pluralZh")} hint={t("kind.pluralHint")} maxLength={60} autoComplete="off" />
      <TextField {...field("pluralEn")} label={t("kind.pluralEn")} maxLength={60} autoComplete="off" />
      {!edited && (
        <TextField
          {...field("title")}
          label={t("kind.title")}
          hint={t("kind.titleHint")}
          placeholder={t("kind.titleDefault")}
          maxLength={60}
          autoComplete="off"
        />
      )}
      {edited && edited.origin !== "product" && (
        <div className={styles.field}>
          <label htmlFor={id}>{t("kind.titleFields")}</label>
          <Select
            id={id}
            mode="multiple"
            maxCount={titleLimit}
            value={titles}
            onChange={setTitles}
            options={edited.fields.filter(({ retired }) => !retired).map((one) => ({ value: one.name, label: label(one.label) }))}
          />
          <span className={styles.soft}>{t("kind.titleFieldsHint")}</span>
        </div>
      )}
      {saving.error && <FormError error={saving.error} />}
      <Button type="primary" htmlType="submit" block loading={saving.isPending}>
        {edited ? tCommon("save") : t("kind.add")}
      </Button>
    </Fields>
  );
}
