import { ArrowDownOutlined, ArrowLeftOutlined, ArrowUpOutlined, FormOutlined, PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createForm, discardFormDraft, orderForms, withdrawForm } from "@/api/sdk.gen";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { useRoleName } from "@/features/roles/useRoleName";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { formsQuery } from "../api/designs";
import type { Head } from "../api/designs";
import { useFormsTexts } from "../texts";
import { CopySheet } from "./CopySheet";
import styles from "./designer.module.css";
import { PublicSheet } from "./PublicSheet";

/** /s/<store>/design/forms/<entity>: the forms of a kind of record, in the order in which they are tried. */
export function FormsPage() {
  const { store, entity } = useParams({ from: "/_shell/s/$store/design/forms/$entity" });
  return (
    <DesignGate store={store}>
      <Loaded key={entity} store={store} entity={entity} />
    </DesignGate>
  );
}

function Loaded({ store, entity: name }: { store: string; entity: string }) {
  const forms = useQuery(formsQuery(store, name));
  const entities = useQuery(entitiesQuery(store));
  const entity = entities.data?.find((one) => one.name === name);
  if (forms.error) return <ErrorPanel whole error={forms.error} onRetry={() => void forms.refetch()} />;
  if (!forms.data || !entity) return <SkeletonRows />;
  return <Forms store={store} entity={entity} forms={forms.data} />;
}

function Forms({ store, entity, forms }: { store: string; entity: Entity; forms: Head[] }) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const name = labelIn(entity.label, i18n.language);
  const headers = inStore(store);
  const making = useMutation({
    mutationFn: () => createForm({ body: { entity: entity.name, name: freeName(t("newName", { entity: name }), forms) }, headers }),
    onSuccess: ({ id }) => navigate({ to: "/s/$store/design/forms/$entity/$form", params: { store, entity: entity.name, form: id } }),
  });
  const ordering = useMutation({
    mutationFn: (ids: string[]) => orderForms({ body: { entity: entity.name, forms: ids }, headers }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["store", store] }),
  });
  const begin = (
    <Button type="primary" icon={<PlusOutlined />} loading={making.isPending} onClick={() => making.mutate()}>
      {t("list.new")}
    </Button>
  );
  const swap = (at: number, by: -1 | 1) => {
    const ids = forms.map(({ id }) => id);
    const [one, other] = [ids[at], ids[at + by]];
    if (one && other) ordering.mutate(ids.with(at, other).with(at + by, one));
  };
  return (
    <>
      <PageHeader
        above={
          <Link to="/s/$store/settings/fields/$entity" params={{ store, entity: entity.name }}>
            <ArrowLeftOutlined aria-hidden /> {t("list.fields", { entity: name })}
          </Link>
        }
        title={t("formsOf", { entity: name })}
        note={t("list.note")}
        actions={forms.length > 0 && begin}
      />
      <FormError error={making.error ?? ordering.error} />
      {forms.length === 0 ? (
        <EmptyState icon={<FormOutlined />} title={t("list.empty")} text={t("list.emptyText", { entity: name })} actions={begin} />
      ) : (
        <Panel title={t("list.order")} flush>
          <ol className={styles.forms}>
            {forms.map((form, at) => (
              <FormLine
                key={form.id}
                store={store}
                form={form}
                onUp={at > 0 ? () => swap(at, -1) : null}
                onDown={at < forms.length - 1 ? () => swap(at, 1) : null}
              />
            ))}
          </ol>
        </Panel>
      )}
    </>
  );
}

type LineProps = { store: string; form: Head; onUp: (() => void) | null; onDown: (() => void) | null };

function FormLine({ store, form, onUp, onDown }: LineProps) {
  const t = useFormsTexts();
  const roleName = useRoleName();
  const client = useQueryClient();
  const { modal } = App.useApp();
  const [open, setOpen] = useState<"copy" | "public" | null>(null);
  const request = { path: { form_id: form.id }, headers: inStore(store) };
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => client.invalidateQueries({ queryKey: ["store", store] }),
  });
  const roles = form.roles.length > 0 ? form.roles.map((role) => roleName(role)).join(t("comma")) : t("prop.everybody");
  const purposes = form.purposes.length > 0 ? form.purposes.map((one) => t(`purpose.${one}`)).join(t("comma")) : t("prop.everyPurpose");
  const said = form.published === null ? "draft" : form.unpublished ? "changed" : "published";
  const drop = form.published === null ? "deleteDraft" : "discard";

  function ask(act: "withdraw" | "deleteDraft" | "discard", work: () => Promise<unknown>): void {
    modal.confirm({
      title: t(`list.${act}`),
      content: t(`list.${act}Text`, { name: form.name }),
      okText: t(`list.${act}`),
      cancelText: t("close"),
      onOk: () => acting.mutateAsync(work).catch(() => undefined),
    });
  }
  return (
    <li className={styles.formLine}>
      <div className={styles.formWords}>
        <Link to="/s/$store/design/forms/$entity/$form" params={{ store, entity: form.entity, form: form.id }}>
          <b>{form.name}</b>
        </Link>
        <span className={styles.soft}>
          {roles} · {purposes}
        </span>
        <span>{t(`list.${said}`, { number: form.published ?? 0 })}</span>
        <FormError error={acting.error} />
      </div>
      <div className={styles.moves}>
        {onUp && <Button icon={<ArrowUpOutlined />} aria-label={t("move.before")} onClick={onUp} />}
        {onDown && <Button icon={<ArrowDownOutlined />} aria-label={t("move.behind")} onClick={onDown} />}
        <Button onClick={() => setOpen("copy")}>{t("list.copy")}</Button>
        {form.published !== null && <Button onClick={() => setOpen("public")}>{t("public.button")}</Button>}
        {form.published !== null && <Button onClick={() => ask("withdraw", () => withdrawForm(request))}>{t("list.withdraw")}</Button>}
        {(form.published === null || form.unpublished) && (
          <Button onClick={() => ask(drop, () => discardFormDraft(request))}>{t(`list.${drop}`)}</Button>
        )}
      </div>
      {open === "copy" && <CopySheet store={store} form={form} onClose={() => setOpen(null)} />}
      {open === "public" && <PublicSheet store={store} form={form} onClose={() => setOpen(null)} />}
    </li>
  );
}

/** Two forms of a kind are not called alike. */
function freeName(wanted: string, forms: Head[]): string {
  const taken = new Set(forms.map(({ name }) => name));
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted} ${number}`;
  return name;
}
