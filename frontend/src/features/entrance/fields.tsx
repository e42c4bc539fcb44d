import { Form, Input } from "antd";
import type { RefObject } from "react";
import type { InputRef } from "antd";
import { identityOf } from "./identity";
import { useEntranceTexts } from "./texts";

export function IdentityField({ disabled, inputRef }: { disabled?: boolean; inputRef?: RefObject<InputRef | null> }) {
  const t = useEntranceTexts();
  return (
    <Form.Item
      name="identity"
      label={t("field.identity")}
      validateTrigger="onBlur"
      rules={[
        { required: true, whitespace: true, message: t("field.identityMissing") },
        {
          validator: async (_, text: string | undefined) => {
            if (text?.trim() && !identityOf(text)) throw new Error(t("field.identityWrong"));
          },
        },
      ]}
    >
      <Input ref={inputRef} autoComplete="username" inputMode="email" autoCapitalize="none" disabled={disabled} />
    </Form.Item>
  );
}

/** The password one has; nothing is said about its strength. */
export function PasswordField() {
  const t = useEntranceTexts();
  return (
    <Form.Item name="password" label={t("field.password")} rules={[{ required: true, message: t("field.passwordMissing") }]}>
      <Input.Password autoComplete="current-password" />
    </Form.Item>
  );
}

/** A password being chosen: its rules are checked while typing. */
export function NewPasswordField({ label }: { label?: string }) {
  const t = useEntranceTexts();
  return (
    <Form.Item
      name="password"
      label={label ?? t("field.password")}
      extra={t("field.passwordHint")}
      validateFirst
      rules={[
        { required: true, message: t("field.passwordMissing") },
        { min: 8, message: t("field.passwordShort") },
        { pattern: /\D/, message: t("field.passwordDigits") },
      ]}
    >
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  );
}

export function NameField() {
  const t = useEntranceTexts();
  return (
    <Form.Item
      name="name"
      label={t("field.name")}
      rules={[{ required: true, whitespace: true, max: 60, message: t("field.nameMissing") }]}
    >
      <Input autoComplete="name" placeholder={t("field.namePlaceholder")} />
    </Form.Item>
  );
}
