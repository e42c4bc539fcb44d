import { ArrowLeftOutlined, PlusOutlined, PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { templatesQuery } from "./api";
import type { Head } from "./api";
import styles from "./list.module.css";
import { NewTemplate } from "./NewTemplate";
import { TemplateLine } from "./TemplateLine";
import { usePrintTexts } from "./texts";

/** /s/<store>/design/print/<entity>: what records of a kind can be printed with. */
export function TemplatesPage() {
  const { store, entity } = useParams({ from: "/_shell/s/$store/design/print/$entity" });
  return (
    <DesignGate store={store}>
      <Loaded key={entity} store={store} entity={entity} />
    </DesignGate>
  );
}

function Loaded({ store, entity: name }: { store: string; entity: string }) {
  const templates = useQuery(templatesQuery(store, name));
  const entity = useQuery(entitiesQuery(store)).data?.find((one) => one.name === name);
  if (templates.error) return <ErrorPanel whole error={templates.error} onRetry={() => void templates.refetch()} />;
  if (!templates.data || !entity) return <SkeletonRows />;
  return <Templates store={store} entity={entity} templates={templates.data} />;
}

function Templates({ store, entity, templates }: { store: string; entity: Entity; templates: Head[] }) {
  const t = usePrintTexts();
  const { i18n } = useTranslation();
  const [making, setMaking] = useState(false);
  const name = labelIn(entity.label, i18n.language);
  const begin = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {t("new.open")}
    </Button>
  );
  return (
    <>
      <PageHeader
        above={
          <Link to="/s/$store/settings/fields/$entity" params={{ store, entity: entity.name }}>
            <ArrowLeftOutlined aria-hidden /> {t("fieldsOf", { entity: name })}
          </Link>
        }
        title={t("templatesOf", { entity: name })}
        note={t("list.note")}
        actions={templates.length > 0 && begin}
      />
      {templates.length === 0 ? (
        <EmptyState icon={<PrinterOutlined />} title={t("list.empty")} text={t("list.emptyText", { entity: name })} actions={begin} />
      ) : (
        <Panel title={t("list.title")} flush>
          <ul className={styles.list}>
            {templates.map((template) => (
              <TemplateLine key={template.id} store={store} template={template} />
            ))}
          </ul>
        </Panel>
      )}
      <NewTemplate store={store} entity={entity} taken={templates.map((one) => one.name)} open={making} onClose={() => setMaking(false)} />
    </>
  );
}
