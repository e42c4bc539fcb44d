import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useId, useState } from "react";
import type { InvitationDraft, RoleCard, StoreEntry } from "@/api/types.gen";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { storeRolesQuery } from "./api/roles";
import styles from "./people.module.css";
import { RoleChoices } from "./RoleChoices";
import { rolesFor } from "./rolesFor";
import { usePeopleTexts } from "./texts";

/** Stands for headquarters in the choice of places; no slug looks like it. */
const headquarters = "/";

export function InviteForm(props: {
  group: string;
  roles: RoleCard[];
  fixedStore: string | null;
  stores: StoreEntry[];
  busy: boolean;
  error: unknown;
  onSubmit: (draft: InvitationDraft) => void;
}) {
  const { roles, fixedStore, stores } = props;
  const t = usePeopleTexts();
  const placeId = useId();
  const [place, setPlace] = useState(fixedStore);
  const [role, setRole] = useState<string | null>(null);
  const store = stores.find(({ slug }) => slug === place) ?? null;
  const ofStore = useQuery({ ...storeRolesQuery(props.group, store?.slug ?? ""), enabled: store !== null });
  const own = store === null ? [] : (ofStore.data ?? []).filter(({ label }) => label !== null);
  const choices = place === null ? [] : [...rolesFor(roles, store?.pack ?? null), ...own.map(({ key }) => key)];
  // A role that the newly chosen place does not have is chosen no more.
  const chosen = role !== null && choices.includes(role) ? role : null;

  const { form, field } = useFields({
    initial: { name: "", email: "" },
    rules: {
      name: () => null,
      email: (email) => (email.trim() === "" || /^\S+@\S+\.\S+$/.test(email.trim()) ? null : t("form.emailWrong")),
    },
    onSubmit: ({ name, email }) => {
      if (chosen === null) return;
      props.onSubmit({ store: store?.slug ?? null, role: chosen, email: email.trim() || null, name: name.trim() });
    },
  });

  return (
    <Fields form={form}>
      {fixedStore === null && (
        <div className={styles.field}>
          <label htmlFor={placeId}>{t("form.place")}</label>
          <Select
            id={placeId}
            showSearch={{ optionFilterProp: "label" }}
            value={place}
            placeholder={t("form.choosePlace")}
            onChange={setPlace}
            options={[
              ...stores.map(({ slug, name }) => ({ value: slug, label: name })),
              { value: headquarters, label: t("headquarters") },
            ]}
          />
        </div>
      )}
      {place !== null && <RoleChoices roles={choices} own={own} value={chosen} onChange={setRole} />}
      <TextField {...field("name")} label={t("form.name")} maxLength={60} autoComplete="off" />
      <TextField
        {...field("email")}
        label={t("form.email")}
        hint={t("form.emailHint")}
        inputMode="email"
        autoComplete="off"
      />
      {Boolean(props.error) && <FormError error={props.error} />}
      <Button type="primary" htmlType="submit" block disabled={chosen === null} loading={props.busy}>
        {t("form.submit")}
      </Button>
    </Fields>
  );
}
