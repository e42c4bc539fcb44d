import { Button } from "antd";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { useWelcomeTexts } from "./texts";
import styles from "./welcome.module.css";

type Names = { name: string; yourName: string };

export function GroupStep(props: { askName: boolean; value: Names; onNext: (value: Names) => void }) {
  const t = useWelcomeTexts();
  const { form, field } = useFields({
    initial: { yourName: props.value.yourName, name: props.value.name },
    rules: {
      yourName: (text) => (text.trim() || !props.askName ? null : t("group.yourNameMissing")),
      name: (text) => (text.trim() ? null : t("group.missing")),
    },
    onSubmit: ({ name, yourName }) => props.onNext({ name: name.trim(), yourName: yourName.trim() }),
  });
  return (
    <>
      <h1 className={styles.title}>{t("group.title")}</h1>
      <p className={styles.note}>{t("group.note")}</p>
      <Fields form={form}>
        {props.askName && (
          <TextField {...field("yourName")} label={t("group.yourName")} autoComplete="name" maxLength={60} />
        )}
        <TextField
          {...field("name")}
          label={t("group.label")}
          placeholder={t("group.placeholder")}
          autoComplete="organization"
          maxLength={80}
        />
        <Button type="primary" htmlType="submit" block>
          {t("next")}
        </Button>
      </Fields>
    </>
  );
}
