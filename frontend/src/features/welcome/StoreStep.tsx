import { Button } from "antd";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { useCommonTexts } from "@/components/texts";
import { useWelcomeTexts } from "./texts";
import styles from "./welcome.module.css";

export function StoreStep(props: { value: string; error: unknown; onBack: () => void; onNext: (name: string) => void }) {
  const t = useWelcomeTexts();
  const tCommon = useCommonTexts();
  const { form, field } = useFields({
    initial: { name: props.value },
    rules: { name: (text) => (text.trim() ? null : t("store.missing")) },
    onSubmit: ({ name }) => props.onNext(name.trim()),
  });
  return (
    <>
      <h1 className={styles.title}>{t("store.title")}</h1>
      <p className={styles.note}>{t("store.note")}</p>
      <Fields form={form}>
        <TextField
          {...field("name")}
          label={t("store.label")}
          placeholder={t("store.placeholder")}
          maxLength={80}
        />
        <FormError error={props.error} />
        <div className={styles.buttons}>
          <Button onClick={props.onBack}>{tCommon("back")}</Button>
          <Button type="primary" htmlType="submit">
            {t("create")}
          </Button>
        </div>
      </Fields>
    </>
  );
}
