import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { kindsQuery } from "./api/design";
import { Changes } from "./Changes";
import styles from "./design.module.css";
import { DesignGate } from "./DesignGate";
import { KindForm } from "./KindForm";
import { KindList } from "./KindList";
import { useDesignTexts } from "./texts";

type Tab = "kinds" | "changes";

/** What kinds of record the store keeps, and who changed them. */
export function KindsPage() {
  const { store } = useParams({ from: "/_shell/s/$store/settings/fields" });
  return (
    <DesignGate store={store}>
      <Kinds store={store} />
    </DesignGate>
  );
}

function Kinds({ store }: { store: string }) {
  const t = useDesignTexts();
  const navigate = useNavigate();
  const kinds = useQuery(kindsQuery(store));
  const [tab, setTab] = useState<Tab>("kinds");
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title={t("title")}
        note={t("about")}
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t("kind.add")}
          </Button>
        }
      />
      <div className={styles.tabs}>
        <Segmented<Tab>
          aria-label={t("title")}
          value={tab}
          onChange={setTab}
          options={[
            { value: "kinds", label: t("tab.kinds") },
            { value: "changes", label: t("tab.changes") },
          ]}
        />
      </div>
      {kinds.isPending && <SkeletonRows />}
      {kinds.error && <ErrorPanel error={kinds.error} onRetry={() => void kinds.refetch()} />}
      {kinds.data && (
        <Panel title={t(tab === "kinds" ? "tab.kinds" : "tab.changes")} flush>
          {tab === "kinds" ? (
            <KindList store={store} kinds={kinds.data} />
          ) : (
            <Changes store={store} entity={null} kinds={kinds.data} />
          )}
        </Panel>
      )}
      <Sheet open={adding} title={t("kind.add")} onClose={() => setAdding(false)}>
        <KindForm
          store={store}
          edited={null}
          onDone={({ name }) => void navigate({ to: "/s/$store/settings/fields/$entity", params: { store, entity: name } })}
        />
      </Sheet>
    </>
  );
}
