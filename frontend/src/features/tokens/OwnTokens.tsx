import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { useMe } from "@/features/session/useMe";
import { ownTokensQuery } from "./api";
import { MakeToken } from "./MakeToken";
import { useTokensTexts } from "./texts";
import { TokenList } from "./TokenList";
import styles from "./tokens.module.css";
import { useKindNames } from "./useKindNames";

/** "我的令牌": those that act as the person, and the programs that the person made. */
export function OwnTokens() {
  const t = useTokensTexts();
  const me = useMe();
  const tokens = useQuery(ownTokensQuery);
  const [making, setMaking] = useState(false);
  const places = me.groups.flatMap((group) =>
    group.stores.map(({ slug, name }) => ({ group: group.slug, slug, name })),
  );
  const nameOf = new Map(places.map(({ slug, name }) => [slug, name]));
  const kinds = useKindNames(null);
  if (places.length === 0) return null;
  return (
    <Panel title={t("own")} flush>
      <div className={styles.head}>
        <p>{t("ownText")}</p>
        <Button icon={<PlusOutlined />} onClick={() => setMaking(true)}>
          {t("make")}
        </Button>
      </div>
      {tokens.isPending && <SkeletonRows rows={2} />}
      {tokens.error && <ErrorPanel error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data && (
        <TokenList
          tokens={tokens.data.map((token) => ({ ...token, store: nameOf.get(token.store) ?? token.store }))}
          none={t("none")}
          kinds={kinds}
        />
      )}
      {making && <MakeToken places={places} roles={[]} open onClose={() => setMaking(false)} />}
    </Panel>
  );
}
