import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ConsentOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { formatDateTime } from "@/format/date";
import { channels, consentsQuery } from "../api";
import type { Channel, Message } from "../api";
import styles from "../messages.module.css";
import { useMessageTexts } from "../texts";
import { ConsentSheet } from "./ConsentSheet";

type Props = { store: string; entity: string; id: string; writable: boolean };
export type Said = { channel: Channel; purpose: Message["purpose"] };

const shown = channels.filter((channel) => channel !== "in_app" && channel !== "dingtalk");
const purposes = ["marketing", "service"] as const;

/** What the customer agreed to, by channel and purpose, with how it is known; and all that was said before. */
export function Consents({ store, entity, id, writable }: Props) {
  const t = useMessageTexts();
  const told = useQuery(consentsQuery(store, entity, id));
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const [open, setOpen] = useState<Said | null>(null);
  const rows = told.data ?? [];
  const latest = (said: Said) => rows.find(({ channel, purpose }) => channel === said.channel && purpose === said.purpose);
  const nameOf = (by: string | null) => people.find((person) => person.id === by)?.name;
  return (
    <Panel title={t("consent.title")} flush>
      {told.isPending && <SkeletonRows rows={3} />}
      {told.error && <ErrorPanel error={told.error} onRetry={() => void told.refetch()} />}
      {told.data && (
        <ul className={styles.list}>
          {shown.flatMap((channel) =>
            purposes.map((purpose) => {
              const said = latest({ channel, purpose });
              const name = t("consent.of", { channel: t(`channel.${channel}`), purpose: t(`purpose.${purpose}`) });
              if (!said && channel !== "sms" && channel !== "wechat") return null;
              return (
                <li key={`${channel} ${purpose}`} className={styles.card}>
                  <span className={`${styles.words} ${styles.grow}`}>
                    <span>
                      {name} <State said={said} purpose={purpose} />
                    </span>
                    {said && <Proof said={said} by={nameOf(said.by)} />}
                  </span>
                  {writable && (
                    <Button size="small" aria-label={`${t("consent.put")} ${name}`} onClick={() => setOpen({ channel, purpose })}>
                      {t("consent.put")}
                    </Button>
                  )}
                </li>
              );
            }),
          )}
        </ul>
      )}
      {rows.length > 0 && (
        <details className={styles.history}>
          <summary>{t("consent.history", { count: rows.length })}</summary>
          <ol className={styles.list}>
            {rows.map((said) => (
              <li key={said.id} className={styles.card}>
                <span className={styles.words}>
                  <span>
                    {t("consent.of", { channel: t(`channel.${said.channel}`), purpose: t(`purpose.${said.purpose}`) })} <State said={said} purpose={said.purpose} />
                  </span>
                  <Proof said={said} by={nameOf(said.by)} />
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {writable && (
        <div className={styles.more}>
          <Button size="small" type="link" onClick={() => setOpen({ channel: "mail", purpose: "marketing" })}>
            {t("consent.other")}
          </Button>
        </div>
      )}
      {open && <ConsentSheet key={`${open.channel} ${open.purpose}`} store={store} entity={entity} id={id} first={open} given={latest(open)?.given ?? false} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

function State({ said, purpose }: { said: ConsentOut | undefined; purpose: Message["purpose"] }) {
  const t = useMessageTexts();
  if (!said) return <span className={styles.soft}>{t(purpose === "marketing" ? "consent.none" : "consent.noneService")}</span>;
  return <b className={said.given ? styles.good : styles.trouble}>{t(said.given ? "consent.given" : "consent.withdrawn")}</b>;
}

function Proof({ said, by }: { said: ConsentOut; by: string | undefined }) {
  const t = useMessageTexts();
  return (
    <span className={`${styles.soft} cz-small`}>
      {formatDateTime(said.at)} · {t(`consent.way.${said.way}`)}
      {said.proof && ` · ${said.proof}`}
      {by && ` · ${t("consent.by", { name: by })}`}
    </span>
  );
}
