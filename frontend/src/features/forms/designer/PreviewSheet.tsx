import { useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listFormRoles } from "@/api/sdk.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { FieldInput } from "@/features/fields/FieldInput";
import { outgoing } from "@/features/fields/outgoing";
import type { Entity, Field } from "@/features/records/api/entities";
import { useRoleName } from "@/features/roles/useRoleName";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { previewQuery } from "../api/designs";
import type { Draft } from "../api/designs";
import { FormLayout } from "../live/FormLayout";
import { formed } from "../live/formed";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import sheets from "./sheets.module.css";

type Props = { store: string; entity: Entity; draft: Draft; version: number; onClose: () => void };
const nothingBad: ReadonlySet<string> = new Set();

/** The draft as a role would fill it in: the very form, with its conditions at work. Nothing is kept. */
export function PreviewSheet({ store, entity, draft, version, onClose }: Props) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const roleName = useRoleName();
  const [role, setRole] = useState("");
  const [phone, setPhone] = useState(false);
  const [values, setValues] = useState<Record<string, unknown>>({});
  const sent = Object.fromEntries(
    entity.fields.filter(({ name }) => name in values).map((field) => [field.name, outgoing(values[field.name], field)]),
  );
  const preview = useQuery(previewQuery(store, { id: draft.id, version, role, values: sent }));
  const roles = useQuery({
    queryKey: ["store", store, "forms", "roles"],
    queryFn: ({ signal }) => listFormRoles({ headers: inStore(store), signal }),
  });
  const { form, state, rights } = preview.data ?? {};
  const asRole = (field: Field): Field => ({ ...field, right: (rights?.[field.name] ?? field.right) as Field["right"] });
  const refusedOf = (name: string) => {
    const words = state?.fields[name]?.refused[0];
    return words ? labelIn(words, i18n.language) : null;
  };
  const shown = form && state ? formed({ ...entity, fields: entity.fields.map(asRole) }, form, state, i18n.language) : null;
  return (
    <Sheet open title={t("preview.title")} width={960} onClose={onClose}>
      <div className={styles.sheet}>
        <div className={sheets.previewBar}>
          <Select
            className={styles.into}
            aria-label={t("preview.role")}
            value={role}
            options={[
              { value: "", label: t("preview.me") },
              ...(roles.data ?? []).map(({ key, label }) => ({ value: key, label: roleName(key, label) })),
            ]}
            onChange={setRole}
          />
          <Segmented<boolean>
            aria-label={t("preview.width")}
            value={phone}
            options={[
              { value: false, label: t("preview.desktop") },
              { value: true, label: t("preview.phone") },
            ]}
            onChange={setPhone}
          />
        </div>
        {preview.error && <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />}
        {!preview.data && !preview.error && <SkeletonRows rows={6} />}
        {form && state && shown && (
          <div className={sheets.device} data-phone={phone}>
            {shown.fields.length === 0 && <p className={styles.soft}>{t("preview.nothing")}</p>}
            <FormLayout form={form} state={state} entity={shown} bad={nothingBad} rows={{ store, record: null }}>
              {(field) =>
                field.right === "write" && !field.read_only ? (
                  <FieldInput
                    field={field}
                    store={store}
                    value={values[field.name] ?? state.defaults[field.name]}
                    refused={refusedOf(field.name)}
                    onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
                  />
                ) : (
                  <div className={styles.soft}>
                    {labelIn(field.label, i18n.language)} · {t("preview.readOnly")}
                  </div>
                )
              }
            </FormLayout>
          </div>
        )}
      </div>
    </Sheet>
  );
}
