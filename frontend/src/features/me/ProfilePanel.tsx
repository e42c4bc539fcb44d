import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { KeyFacts } from "@/components/KeyFacts";
import { Panel } from "@/components/Panel";
import { useCommonTexts } from "@/components/texts";
import { changeMe } from "@/api/sdk.gen";
import { meQuery } from "@/features/session/api/me";
import { useMe } from "@/features/session/useMe";
import { formatPhone } from "@/format/phone";
import styles from "./me.module.css";
import { useMeTexts } from "./texts";

export function ProfilePanel() {
  const t = useMeTexts();
  const tCommon = useCommonTexts();
  const { person } = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const saving = useMutation({
    mutationFn: ({ name }: { name: string }) => changeMe({ body: { name: name.trim() } }),
    onSuccess: async () => {
      await client.invalidateQueries(meQuery);
      void message.success(tCommon("saved"));
    },
  });
  const { form, field, values } = useFields({
    initial: { name: person.name },
    rules: { name: (text) => (text.trim() ? null : t("nameMissing")) },
    onSubmit: saving.mutate,
  });
  return (
    <Panel title={t("profile")}>
      <div className={styles.form}>
        <Fields form={form}>
          <KeyFacts
            facts={[
              { label: t("email"), value: person.email ?? t("none") },
              { label: t("phone"), value: person.phone ? formatPhone(person.phone) : t("none") },
            ]}
          />
          <TextField {...field("name")} label={t("name")} autoComplete="name" maxLength={60} />
          <FormError error={saving.error} />
          <div>
            <Button htmlType="submit" loading={saving.isPending} disabled={values.name.trim() === person.name}>
              {tCommon("save")}
            </Button>
          </div>
        </Fields>
      </div>
    </Panel>
  );
}
