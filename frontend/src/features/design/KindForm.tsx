import { Button, Select } from "antd";
import { useId, useState } from "react";
import { addEntity, changeEntity } from "@/api/sdk.gen";
import type { DesignOut } from "@/api/types.gen";
import { Fields } from "@/components/form/Fields";
import { FormError } from "@/components/FormError";
import { useCommonTexts } from "@/components/texts";
import { inStore } from "@/http/inStore";
import styles from "./design.module.css";
import { KindNames } from "./KindNames";
import { saidOf, useKindNames } from "./useKindNames";
import type { Names } from "./useKindNames";
import { useDesigning } from "./useDesigning";
import { useDesignWords } from "./useDesignWords";

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
      const { label: said, plural, first } = saidOf(names);
      if (!edited) {
        return addEntity({ body: { label: said, plural, ...first }, headers });
      }
      const own = edited.origin !== "product" && titles.length > 0 && titles.join() !== edited.title.join();
      return changeEntity({ path: { entity: edited.name }, body: { label: said, plural, ...(own ? { title: titles } : {}) }, headers });
    },
    props.onDone,
  );
  const { form, field } = useKindNames(edited, (names) => saving.mutate(names));
  return (
    <Fields form={form}>
      {!edited && <p className={styles.soft}>{t("kind.about")}</p>}
      <KindNames field={field} isNew={!edited} />
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
