import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import { changeParticulars } from "@/api/sdk.gen";
import type { ParticularsOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { isApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import { looksOnly } from "@/http/lookOnly";
import { particularsQuery } from "./api";
import styles from "./particulars.module.css";
import { SigningService } from "./SigningService";
import { useParticularsTexts } from "./texts";

const fine = () => null;

/** /s/<store>/settings/particulars: what the store is called in law, where it is, how it is reached. */
export function ParticularsPage() {
  const { store } = useParams({ from: "/_shell/s/$store/settings/particulars" });
  const found = useQuery(particularsQuery(store));
  if (found.error) return <ErrorPanel whole error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows rows={8} />;
  return <Particulars key={found.data.version} store={store} told={found.data} />;
}

function Particulars({ store, told }: { store: string; told: ParticularsOut }) {
  const t = useParticularsTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const clausesId = useId();
  const [clauses, setClauses] = useState(told.clauses);
  const may = told.may_change && !looksOnly(store);
  const { queryKey } = particularsQuery(store);
  const initial = { legal_name: told.legal_name, address: told.address, phone: told.phone, tax_no: told.tax_no, bank: told.bank };
  const saving = useMutation({
    mutationFn: (values: typeof initial) =>
      changeParticulars({ headers: inStore(store), body: { ...values, clauses, version: told.version, tax_no: values.tax_no.trim(), phone: values.phone.trim() } }),
    onSuccess: (answer) => {
      client.setQueryData(queryKey, answer);
      void message.success(t("saved"));
    },
  });
  const { form, field, values } = useFields({
    initial,
    rules: {
      legal_name: fine,
      address: fine,
      phone: (text) => (/^[0-9+() -]*$/.test(text.trim()) ? null : t("phoneWrong")),
      tax_no: (text) => (/^([0-9A-Z]{15,20})?$/.test(text.trim()) ? null : t("taxNoWrong")),
      bank: fine,
    },
    onSubmit: (sent) => saving.mutate(sent),
  });
  const changed = clauses !== told.clauses || Object.entries(values).some(([name, value]) => value !== initial[name as keyof typeof initial]);
  return (
    <div className={styles.page}>
      <PageHeader title={t("title")} note={t("note")} />
      {!told.may_change && <p className={styles.only}>{t("lookOnly")}</p>}
      <Fields form={form}>
        <fieldset disabled={!may} className={styles.bare}>
          <Panel title={t("letterhead")}>
            <div className={styles.form}>
              <TextField {...field("legal_name")} label={t("legalName")} hint={t("legalNameHint")} maxLength={120} autoComplete="off" />
              <TextField {...field("address")} label={t("address")} maxLength={200} autoComplete="off" />
              <TextField {...field("phone")} label={t("phone")} hint={t("phoneHint")} maxLength={40} inputMode="tel" autoComplete="off" />
              <TextField {...field("tax_no")} label={t("taxNo")} mono maxLength={20} autoCapitalize="characters" autoComplete="off" />
              <TextField {...field("bank")} label={t("bank")} maxLength={160} autoComplete="off" />
            </div>
          </Panel>
          <Panel title={t("contract")}>
            <div className={styles.words}>
              <label htmlFor={clausesId}>{t("clauses")}</label>
              <Input.TextArea id={clausesId} disabled={!may} value={clauses} maxLength={5000} autoSize={{ minRows: 4, maxRows: 16 }} onChange={(event) => setClauses(event.target.value)} />
              <p className="cz-soft">{t("clausesHint")}</p>
            </div>
          </Panel>
          {may && (
            <div className={styles.buttons}>
              <FormError error={saving.error} />
              {isApiError(saving.error, "particulars_changed") && <Button onClick={() => void client.invalidateQueries({ queryKey })}>{t("again")}</Button>}
              <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={!changed}>
                {t("save")}
              </Button>
            </div>
          )}
        </fieldset>
      </Fields>
      {may && <SigningService store={store} />}
    </div>
  );
}
