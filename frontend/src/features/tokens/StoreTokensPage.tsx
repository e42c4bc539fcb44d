import { KeyOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { rolesQuery } from "@/features/people/api/roles";
import { rolesFor } from "@/features/people/rolesFor";
import { findStore, useMe } from "@/features/session/useMe";
import { storeHomeQuery } from "@/features/store/api/home";
import { ApiDocument } from "./ApiDocument";
import { storeTokensQuery } from "./api";
import { MakeToken } from "./MakeToken";
import { sampleCall } from "./sample";
import { useTokensTexts } from "./texts";
import { TokenList } from "./TokenList";
import styles from "./tokens.module.css";
import { useKindNames } from "./useKindNames";

/** Service tokens of a store, and the people's that reach it; for who may bring people in. */
export function StoreTokensPage() {
  const t = useTokensTexts();
  const tCommon = useCommonTexts();
  const { store: slug } = useParams({ from: "/_shell/s/$store/settings/tokens" });
  const found = findStore(useMe(), slug);
  const home = useQuery(storeHomeQuery(slug));
  const allowed = home.data?.permissions.includes("people.invite") ?? false;
  const tokens = useQuery({ ...storeTokensQuery(found?.group.slug ?? "", slug), enabled: allowed && found !== null });
  const roles = useQuery(rolesQuery);
  const kinds = useKindNames(slug);
  const [making, setMaking] = useState(false);
  if (home.isPending) return <SkeletonRows />;
  if (!found || !allowed) {
    return <EmptyState whole icon={<KeyOutlined />} title={tCommon("forbidden.title")} text={tCommon("forbidden.text")} />;
  }
  // All are of this store: its name would say nothing.
  const cards = (tokens.data ?? []).map((token) => ({ ...token, store: "" }));
  const place = { group: found.group.slug, slug, name: found.store.name };
  return (
    <>
      <PageHeader
        title={t("storeTitle", { store: found.store.name })}
        note={t("storeNote")}
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
            {t("makeService")}
          </Button>
        }
      />
      {tokens.isPending && <SkeletonRows />}
      {tokens.error && <ErrorPanel error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data && (
        <>
          <Panel title={t("services")} flush>
            <TokenList tokens={cards.filter(({ service }) => service)} none={t("noneService")} kinds={kinds} />
          </Panel>
          <Panel title={t("people")} flush>
            <TokenList tokens={cards.filter(({ service }) => !service)} none={t("none")} kinds={kinds} />
          </Panel>
        </>
      )}
      <Panel title={t("api")} flush>
        <div className={styles.sample}>
          <p>{t("apiText")}</p>
          <pre className={styles.code}>{sampleCall(slug, "cz_…")}</pre>
          <ApiDocument store={slug} />
        </div>
      </Panel>
      {making && (
        <MakeToken places={[place]} roles={rolesFor(roles.data ?? [], found.store.pack)} open onClose={() => setMaking(false)} />
      )}
    </>
  );
}
