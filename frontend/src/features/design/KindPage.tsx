import { ArrowLeftOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Alert, Button, Segmented } from "antd";
import { useState } from "react";
import { bringBackEntity, retireEntity } from "@/api/sdk.gen";
import type { DesignedEntityOut, DesignOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { listPath } from "@/features/records/paths";
import { inStore } from "@/http/inStore";
import { AddField } from "./AddField";
import { kindQuery, kindsQuery } from "./api/design";
import { Changes } from "./Changes";
import { Confirm } from "./Confirm";
import styles from "./design.module.css";
import { DesignGate } from "./DesignGate";
import { FieldList } from "./FieldList";
import { KindForm } from "./KindForm";
import { useDesigning } from "./useDesigning";
import { useDesignWords } from "./useDesignWords";

type Tab = "fields" | "changes";

/** One kind of record: its fields, and who changed them. */
export function KindPage() {
  const { store, entity } = useParams({ from: "/_shell/s/$store/settings/fields/$entity" });
  return (
    <DesignGate store={store}>
      <Loaded key={entity} store={store} entity={entity} />
    </DesignGate>
  );
}

function Loaded({ store, entity }: { store: string; entity: string }) {
  const kind = useQuery(kindQuery(store, entity));
  const kinds = useQuery(kindsQuery(store));
  const error = kind.error ?? kinds.error;
  if (error) return <ErrorPanel whole error={error} onRetry={() => void kind.refetch()} />;
  if (!kind.data || !kinds.data) return <SkeletonRows />;
  return <Kind store={store} kind={kind.data} kinds={kinds.data} />;
}

function Kind({ store, kind, kinds }: { store: string; kind: DesignOut; kinds: DesignedEntityOut[] }) {
  const { t, label } = useDesignWords();
  const [tab, setTab] = useState<Tab>("fields");
  const [open, setOpen] = useState<"add" | "rename" | "retire" | null>(null);
  const close = () => setOpen(null);
  const own = kind.origin === "store";
  const request = { path: { entity: kind.name }, headers: inStore(store) };
  const bringing = useDesigning(store, () => bringBackEntity(request));
  const name = label(kind.label);
  return (
    <>
      <PageHeader
        title={name}
        above={
          <Link to="/s/$store/settings/fields" params={{ store }}>
            <ArrowLeftOutlined aria-hidden /> {t("title")}
          </Link>
        }
        note={t("field.room", { count: kind.field_count, limit: kind.field_limit })}
        actions={
          !kind.retired && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen("add")}>
              {t("field.add")}
            </Button>
          )
        }
      />
      <div className={styles.bar}>
        <Segmented<Tab>
          aria-label={name}
          value={tab}
          onChange={setTab}
          options={[
            { value: "fields", label: t("tab.fields") },
            { value: "changes", label: t("tab.changes") },
          ]}
        />
        {!kind.retired && <Link to={listPath(store, kind.name)}>{t("kind.open")}</Link>}
        {!kind.retired && (
          <Link to="/s/$store/design/forms/$entity" params={{ store, entity: kind.name }}>
            {t("kind.forms")}
          </Link>
        )}
        {!kind.retired && (
          <Link to="/s/$store/design/print/$entity" params={{ store, entity: kind.name }}>
            {t("kind.print")}
          </Link>
        )}
        {kind.origin !== "hq" && !kind.retired && <Button onClick={() => setOpen("rename")}>{t("kind.edit")}</Button>}
        {own && !kind.retired && <Button onClick={() => setOpen("retire")}>{t("kind.retire")}</Button>}
      </div>
      {kind.retired && (
        <div className={styles.bar}>
          <Alert
            type="warning"
            showIcon
            title={t("kind.retiredNote")}
            action={
              own && (
                <Button size="small" loading={bringing.isPending} onClick={() => bringing.mutate(undefined)}>
                  {t("kind.bringBack")}
                </Button>
              )
            }
          />
          {bringing.error && <FormError error={bringing.error} />}
        </div>
      )}
      <Panel title={t(tab === "fields" ? "tab.fields" : "tab.changes")} flush>
        {tab === "fields" ? (
          <FieldList store={store} kind={kind} kinds={kinds} />
        ) : (
          <Changes store={store} entity={kind.name} kinds={kinds} />
        )}
      </Panel>
      {open === "add" && <AddField store={store} kind={kind} kinds={kinds} onClose={close} />}
      <Sheet open={open === "rename"} title={t("kind.edit")} onClose={close}>
        <KindForm store={store} edited={kind} onDone={close} />
      </Sheet>
      {open === "retire" && (
        <Confirm
          store={store}
          title={t("kind.retireTitle", { name })}
          text={t("kind.retireText")}
          button={t("field.retireConfirm")}
          act={() => retireEntity(request)}
          onClose={close}
        />
      )}
    </>
  );
}
