import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { channels, channelsQuery } from "./api";
import type { Channel, ChannelRow } from "./api";
import { ChannelSheet } from "./ChannelSheet";
import { Limits } from "./Limits";
import styles from "./messages.module.css";
import { useMessageTexts } from "./texts";
import { TrialSheet } from "./TrialSheet";

/** /s/<store>/messages/settings: how messages leave, and when they may not. */
export function SettingsPage() {
  const { store } = useParams({ from: "/_shell/s/$store/messages/settings" });
  const t = useMessageTexts();
  return (
    <DesignGate store={store}>
      <PageHeader
        above={
          <Link to="/s/$store/messages" params={{ store }}>
            {t("title")}
          </Link>
        }
        title={t("settings.title")}
        note={t("settings.note")}
      />
      <Channels store={store} />
      <Limits store={store} />
    </DesignGate>
  );
}

function Channels({ store }: { store: string }) {
  const t = useMessageTexts();
  const known = useQuery(channelsQuery(store));
  const [open, setOpen] = useState<Channel | null>(null);
  const [trying, setTrying] = useState<Channel | null>(null);
  if (known.error) return <ErrorPanel error={known.error} onRetry={() => void known.refetch()} />;
  if (!known.data) return <SkeletonRows />;
  const { providers, stays_here: staysHere } = known.data;
  const rows = new Map(known.data.channels.map((row) => [row.channel, row]));
  return (
    <Panel title={t("settings.channels")} flush>
      <ul className={styles.list}>
        {channels
          .filter((channel) => channel !== "in_app")
          .map((channel) => (
            <li key={channel} className={styles.card}>
              <div className={`${styles.words} ${styles.grow}`}>
                <b>{t(`channel.${channel}`)}</b>
                <State row={rows.get(channel)} staysHere={staysHere} />
              </div>
              <div className={styles.buttons}>
                {(rows.has(channel) || staysHere) && <Button onClick={() => setTrying(channel)}>{t("trial.open")}</Button>}
                <Button type={rows.has(channel) ? "default" : "primary"} onClick={() => setOpen(channel)}>
                  {t(rows.has(channel) ? "settings.change" : "settings.connect")}
                </Button>
              </div>
            </li>
          ))}
      </ul>
      {open && <ChannelSheet key={open} store={store} channel={open} row={rows.get(open)} providers={providers.filter((one) => one.channel === open)} onClose={() => setOpen(null)} />}
      {trying && <TrialSheet key={trying} store={store} channel={trying} onClose={() => setTrying(null)} />}
    </Panel>
  );
}

function State({ row, staysHere }: { row: ChannelRow | undefined; staysHere: boolean }) {
  const t = useMessageTexts();
  if (!row) return <span className={styles.soft}>{t(staysHere ? "settings.staysHere" : "settings.none")}</span>;
  const name = t(`provider.${row.provider as "aliyun"}`);
  if (!row.enabled) return <span className={styles.soft}>{t("settings.off", { name })}</span>;
  return <span className={styles.good}>{t("settings.on", { name })}</span>;
}
