import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, InputNumber, Select, Switch } from "antd";
import { useState } from "react";
import { changePublicForm, getPublicForm, getPublicFormQr, openPublicForm } from "@/api/sdk.gen";
import type { PublicFormChangeIn, PublicFormOut } from "@/api/types.gen";
import { DayPicker } from "@/components/DayPicker";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { dayAt, endOfDay } from "@/format/date";
import { inStore } from "@/http/inStore";
import type { Head } from "../api/designs";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import sheets from "./sheets.module.css";
import { Posts } from "./Posts";

/** A form for strangers: its address, how it looks, who gets what comes in, and what came in. */
export function PublicSheet({ store, form, onClose }: { store: string; form: Head; onClose: () => void }) {
  const t = useFormsTexts();
  const client = useQueryClient();
  const key = ["store", store, "forms", "public", form.id];
  const request = { path: { form_id: form.id }, headers: inStore(store) };
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => getPublicForm({ ...request, signal }) });
  const opening = useMutation({
    mutationFn: () => openPublicForm(request),
    onSuccess: (opened) => client.setQueryData(key, { public: opened }),
  });
  const shown = found.data?.public;
  return (
    <Sheet open title={t("public.heading", { name: form.name })} width={720} onClose={onClose}>
      <div className={styles.sheet}>
        <FormError error={found.error ?? opening.error} />
        {found.isPending && <SkeletonRows rows={3} />}
        {found.data && !shown && (
          <>
            <p>{t("public.what")}</p>
            <div className={styles.buttons}>
              <Button type="primary" loading={opening.isPending} onClick={() => opening.mutate()}>
                {t("public.open")}
              </Button>
            </div>
          </>
        )}
        {shown && (
          <>
            <Address store={store} form={form} shown={shown} />
            <Settings key={shown.version} store={store} form={form} shown={shown} onSaved={(saved) => client.setQueryData(key, { public: saved })} />
            <h3>{t("public.posts")}</h3>
            <Posts store={store} form={form} />
          </>
        )}
      </div>
    </Sheet>
  );
}

function Address({ store, form, shown }: { store: string; form: Head; shown: PublicFormOut }) {
  const t = useFormsTexts();
  const address = `${window.location.origin}${shown.path}`;
  const embed = `<iframe src="${address}" style="width:100%;height:720px;border:0" title="${form.name}"></iframe>`;
  const qr = useQuery({
    queryKey: ["store", store, "forms", "qr", form.id, shown.token],
    queryFn: async ({ signal }) => {
      const svg = await getPublicFormQr({ path: { form_id: form.id }, headers: inStore(store), signal, parseAs: "text" });
      return `data:image/svg+xml;utf8,${encodeURIComponent(String(svg))}`;
    },
  });
  return (
    <div className={sheets.publicAddress}>
      {qr.data && <img className={sheets.qr} src={qr.data} alt={t("public.qr")} />}
      <div className={styles.formWords}>
        <Input.TextArea aria-label={t("public.link")} readOnly autoSize value={address} onFocus={(event) => event.target.select()} />
        <a href={shown.path} target="_blank" rel="noreferrer">
          {t("public.look")}
        </a>
        <details>
          <summary>{t("public.embed")}</summary>
          {shown.sites.length === 0 ? (
            <p className={styles.soft}>{t("public.embedWhere")}</p>
          ) : (
            <Input.TextArea aria-label={t("public.embed")} readOnly autoSize value={embed} onFocus={(event) => event.target.select()} />
          )}
        </details>
      </div>
    </div>
  );
}

/** What is left of an address that was pasted whole. */
function originOf(text: string): string {
  try {
    return new URL(text.includes("://") ? text : `https://${text}`).origin;
  } catch {
    return text;
  }
}

type SettingsProps = { store: string; form: Head; shown: PublicFormOut; onSaved: (saved: PublicFormOut) => void };

function Settings({ store, form, shown, onSaved }: SettingsProps) {
  const t = useFormsTexts();
  const [draft, setDraft] = useState<Omit<PublicFormChangeIn, "version">>({});
  const saving = useMutation({
    mutationFn: (values: Omit<PublicFormChangeIn, "version">) =>
      changePublicForm({ path: { form_id: form.id }, body: { version: shown.version, ...values }, headers: inStore(store) }),
    onSuccess: onSaved,
  });
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const now = { ...shown, ...draft };
  const put = (values: typeof draft) => setDraft({ ...draft, ...values });
  return (
    <form
      className={styles.sheet}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(draft);
      }}
    >
      <label className={styles.switch}>
        <Switch aria-label={t("public.on")} checked={now.enabled} onChange={(enabled) => saving.mutate({ enabled })} />
        {t(now.enabled ? "public.on" : "public.off")}
      </label>
      {(["title", "intro", "thanks"] as const).map((name) => (
        <label key={name} className={styles.words}>
          {t(`public.${name}`)}
          <Input value={now[name]} maxLength={name === "title" ? 60 : 400} onChange={(event) => put({ [name]: event.target.value })} />
        </label>
      ))}
      <label className={styles.words}>
        {t("public.sites")}
        <Select mode="tags" aria-label={t("public.sites")} placeholder={t("public.sitesExample")} tokenSeparators={[" ", ","]} open={false} suffixIcon={null} maxCount={20} value={now.sites} onChange={(sites: string[]) => put({ sites: sites.map(originOf) })} />
      </label>
      <div className={sheets.publicRow}>
        <label className={styles.words}>
          {t("public.owner")}
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            aria-label={t("public.owner")}
            placeholder={t("public.nobody")}
            value={now.owner}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(owner?: string) => put({ owner: owner ?? null })}
          />
        </label>
        <div className={styles.words}>
          <span>{t("public.endsAt")}</span>
          <DayPicker label={t("public.endsAt")} placeholder={t("public.never")} value={now.ends_at ? dayAt(new Date(now.ends_at)) : ""} onChange={(day) => put({ ends_at: day ? endOfDay(day) : null })} />
        </div>
        <label className={styles.words}>
          {t("public.color")}
          <Input type="color" value={now.color || "#1456d9"} onChange={(event) => put({ color: event.target.value })} />
        </label>
        <label className={styles.words}>
          {t("public.perHour")}
          <InputNumber min={1} max={100_000} value={now.per_hour} onChange={(value) => put({ per_hour: value ?? 1 })} />
        </label>
        <label className={styles.words}>
          {t("public.perDay")}
          <InputNumber min={1} max={1_000_000} value={now.per_day} onChange={(value) => put({ per_day: value ?? 1 })} />
        </label>
      </div>
      <FormError error={saving.error} />
      <div className={styles.buttons}>
        <Button onClick={() => saving.mutate({ renew: true })}>{t("public.renew")}</Button>
        <Button type="primary" htmlType="submit" disabled={Object.keys(draft).length === 0} loading={saving.isPending}>
          {t("public.save")}
        </Button>
      </div>
    </form>
  );
}
