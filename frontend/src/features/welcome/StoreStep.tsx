import { Button, Form, Input } from "antd";
import { FormError } from "@/components/FormError";
import { useCommonTexts } from "@/components/texts";
import { useWelcomeTexts } from "./texts";
import styles from "./welcome.module.css";

export function StoreStep(props: { value: string; error: unknown; onBack: () => void; onNext: (name: string) => void }) {
  const t = useWelcomeTexts();
  const tCommon = useCommonTexts();
  return (
    <>
      <h1 className={styles.title}>{t("store.title")}</h1>
      <p className={styles.note}>{t("store.note")}</p>
      <Form<{ name: string }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: props.value }}
        onFinish={({ name }) => props.onNext(name.trim())}
      >
        <Form.Item
          name="name"
          label={t("store.label")}
          rules={[{ required: true, whitespace: true, message: t("store.missing") }]}
        >
          <Input autoFocus maxLength={80} placeholder={t("store.placeholder")} />
        </Form.Item>
        {Boolean(props.error) && (
          <Form.Item>
            <FormError error={props.error} />
          </Form.Item>
        )}
        <div className={styles.buttons}>
          <Button onClick={props.onBack}>{tCommon("back")}</Button>
          <Button type="primary" htmlType="submit">
            {t("create")}
          </Button>
        </div>
      </Form>
    </>
  );
}
