import { Button, Form, Input } from "antd";
import { useWelcomeTexts } from "./texts";
import styles from "./welcome.module.css";

type Values = { name: string; yourName: string };

export function GroupStep(props: { askName: boolean; value: Values; onNext: (value: Values) => void }) {
  const t = useWelcomeTexts();
  return (
    <>
      <h1 className={styles.title}>{t("group.title")}</h1>
      <p className={styles.note}>{t("group.note")}</p>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={props.value}
        onFinish={(values) => props.onNext({ name: values.name.trim(), yourName: (values.yourName ?? props.value.yourName).trim() })}
      >
        {props.askName && (
          <Form.Item
            name="yourName"
            label={t("group.yourName")}
            rules={[{ required: true, whitespace: true, message: t("group.yourNameMissing") }]}
          >
            <Input autoComplete="name" />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label={t("group.label")}
          rules={[{ required: true, whitespace: true, message: t("group.missing") }]}
        >
          <Input autoFocus maxLength={80} placeholder={t("group.placeholder")} autoComplete="organization" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block>
          {t("next")}
        </Button>
      </Form>
    </>
  );
}
