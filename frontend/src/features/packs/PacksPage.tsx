import { AppstoreOutlined, DownloadOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { FormError } from "@/components/FormError";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { saveFile } from "@/http/saveFile";
import { labelIn } from "@/i18n/labelIn";
import { packsQuery } from "./api";
import type { Packs } from "./api";
import { BringFile } from "./BringFile";
import { InstalledPack } from "./InstalledPack";
import styles from "./packs.module.css";
import { RunPanel } from "./RunPanel";
import { usePackTexts } from "./texts";

/** /s/<store>/design/packs: what the store began with, how it fares, and newer versions of it. */
export function PacksPage() {
  const { store } = useParams({ from: "/_shell/s/$store/design/packs" });
  return (
    <DesignGate store={store}>
      <Loaded store={store} />
    </DesignGate>
  );
}

function Loaded({ store }: { store: string }) {
  const packs = useQuery(packsQuery(store));
  if (packs.error) return <ErrorPanel whole error={packs.error} onRetry={() => void packs.refetch()} />;
  return packs.data ? <Shown store={store} packs={packs.data} /> : <SkeletonRows />;
}

function Shown({ store, packs: { installed, offered, run } }: { store: string; packs: Packs }) {
  const t = usePackTexts();
  const saving = useMutation({ mutationFn: () => saveFile(store, "/api/store/design/packs/export", "pack.yaml") });
  const busy = run?.status === "running";
  const none = installed.length === 0 && offered.length === 0 && !busy;
  return (
    <>
      <PageHeader
        title={t("title")}
        note={t("note")}
        actions={
          <>
            <BringFile store={store} disabled={busy} />
            <Button icon={<DownloadOutlined />} loading={saving.isPending} onClick={() => saving.mutate()}>
              {t("export")}
            </Button>
          </>
        }
      />
      {saving.error && (
        <div className={styles.note}>
          <FormError error={saving.error} />
        </div>
      )}
      {run && <RunPanel store={store} run={run} />}
      {!busy && offered.map((pack) => <Offer key={pack.key} store={store} pack={pack} />)}
      {none && <EmptyState icon={<AppstoreOutlined />} title={t("empty")} text={t("emptyText")} />}
      {installed.map((pack) => (
        <InstalledPack key={pack.key} store={store} pack={pack} busy={busy} />
      ))}
    </>
  );
}

/** The pack of the store's trade, which it does not have yet. */
function Offer({ store, pack }: { store: string; pack: Packs["offered"][number] }) {
  const t = usePackTexts();
  const { i18n } = useTranslation();
  const name = labelIn(pack.name, i18n.language);
  return (
    <Panel title={t("offer.title", { name })}>
      <div className={styles.offer}>
        <p>{labelIn(pack.about, i18n.language)}</p>
        <p className={styles.soft}>{t("offer.text", { count: pack.count })}</p>
        <Link to="/s/$store/design/packs/plan" params={{ store }} search={{ pack: pack.key }}>
          <Button type="primary">{t("offer.look")}</Button>
        </Link>
      </div>
    </Panel>
  );
}
