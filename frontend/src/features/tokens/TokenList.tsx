import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { revokeToken } from "@/api/sdk.gen";
import type { TokenCard } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { useCommonTexts } from "@/components/texts";
import { useNow } from "@/components/useNow";
import { formatDateTime, formatSince } from "@/format/date";
import { useTokensTexts } from "./texts";
import styles from "./tokens.module.css";
import { useScopeText } from "./useScopeText";

/** Tokens with what they may do, when they were used and how long they last; each can be revoked. */
export function TokenList({ tokens, none, kinds }: { tokens: TokenCard[]; none: string; kinds: ReadonlyMap<string, string> }) {
  const t = useTokensTexts();
  const tCommon = useCommonTexts();
  const now = useNow();
  const client = useQueryClient();
  const { message } = App.useApp();
  const scopeText = useScopeText(kinds);
  const [revoking, setRevoking] = useState<TokenCard | null>(null);
  const revokingIt = useMutation({
    mutationFn: (token: TokenCard) => revokeToken({ path: { token_id: token.id } }),
    onSuccess: async () => {
      void message.success(t("revoked"));
      setRevoking(null);
      await Promise.all([
        client.invalidateQueries({ queryKey: ["me", "tokens"] }),
        client.invalidateQueries({ queryKey: ["group"] }),
      ]);
    },
  });
  const close = () => {
    revokingIt.reset();
    setRevoking(null);
  };
  if (tokens.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <>
      <ul className={styles.list}>
        {tokens.map((token) => {
          const over = token.expires_at !== null && new Date(token.expires_at) <= now;
          return (
            <li key={token.id}>
              <span className={styles.words}>
                <span>
                  <span className={styles.name}>{token.name}</span> <span className={styles.soft}>{t("tail", { tail: token.tail })}</span>
                </span>
                <span className={styles.soft}>
                  {[
                    token.own && !token.service ? null : token.service ? null : t("by", { name: token.person_name }),
                    token.store,
                    scopeText(token.scope),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                <span className={styles.soft}>
                  {token.last_used_at ? t("lastUsed", { at: formatSince(token.last_used_at, now) }) : t("neverUsed")}
                  {" · "}
                  <span className={over ? styles.expired : undefined}>
                    {over ? t("expired") : token.expires_at && t("expires", { at: formatDateTime(token.expires_at) })}
                  </span>
                </span>
              </span>
              <Button size="small" danger aria-label={t("revokeOf", { name: token.name })} onClick={() => setRevoking(token)}>
                {t("revoke")}
              </Button>
            </li>
          );
        })}
      </ul>
      <Sheet open={revoking !== null} title={t("revokeOf", { name: revoking?.name ?? "" })} onClose={close}>
        {revoking && (
          <div className={styles.form}>
            <p>
              {t("revokeText", { name: revoking.name })} {revoking.service && t("revokeService")}
            </p>
            <FormError error={revokingIt.error} />
            <div className={styles.buttons}>
              <Button onClick={close}>{tCommon("cancel")}</Button>
              <Button danger type="primary" loading={revokingIt.isPending} onClick={() => revokingIt.mutate(revoking)}>
                {t("revokeDo")}
              </Button>
            </div>
          </div>
        )}
      </Sheet>
    </>
  );
}
