import { ImportOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { listPath } from "@/features/records/paths";
import { sourcesQuery } from "./api";
import type { Source } from "./api";
import styles from "@/components/exchange/exchange.module.css";
import { PostList } from "./PostList";
import { SourceLine } from "./SourceLine";
import { SourceSheet } from "./SourceSheet";
import { useSourceTexts } from "./texts";

/** /s/<store>/settings/lead-sources: where leads come in from, and every post that came. */
export function LeadSourcesPage() {
  const { store } = useParams({ from: "/_shell/s/$store/settings/lead-sources" });
  return (
    <DesignGate store={store}>
      <Sources store={store} />
    </DesignGate>
  );
}

function Sources({ store }: { store: string }) {
  const t = useSourceTexts();
  const found = useQuery(sourcesQuery(store));
  const [open, setOpen] = useState<Source | "new" | null>(null);
  if (found.error) return <ErrorPanel whole error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonRows />;
  const { sources } = found.data;
  const begin = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen("new")}>
      {t("new")}
    </Button>
  );
  const some = sources.length > 0;
  return (
    <>
      <PageHeader above={<Link to={listPath(store, "lead")}>{t("above")}</Link>} title={t("title")} note={t("note")} actions={some && begin} />
      {!some && <EmptyState icon={<ImportOutlined />} title={t("empty")} text={t("emptyText")} actions={begin} />}
      {some && (
        <Panel flush>
          <ul className={styles.list}>
            {sources.map((source) => (
              <SourceLine key={source.id} store={store} source={source} onOpen={() => setOpen(source)} />
            ))}
          </ul>
        </Panel>
      )}
      {some && <PostList store={store} sources={sources} />}
      {open && <SourceSheet store={store} source={open === "new" ? null : open} known={found.data} onClose={() => setOpen(null)} />}
    </>
  );
}
