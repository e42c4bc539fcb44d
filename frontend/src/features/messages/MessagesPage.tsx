import { MessageOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button, Segmented, Select } from "antd";
import { useState } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { storeHomeQuery } from "@/features/store/api/home";
import { channels, purposes, sentQuery, states } from "./api";
import type { Asked, Message } from "./api";
import { MessageLine } from "./MessageLine";
import { MessageSheet } from "./MessageSheet";
import styles from "./messages.module.css";
import { useMessageTexts } from "./texts";

/** /s/<store>/messages: what was sent, to whom, why, and what became of it. */
export function MessagesPage() {
  const { store } = useParams({ from: "/_shell/s/$store/messages" });
  const t = useMessageTexts();
  const designs = useQuery(storeHomeQuery(store)).data?.permissions.includes("catalogue.design") ?? false;
  const [mine, setMine] = useState(false);
  const [asked, setAsked] = useState<Asked>({});
  const setUp = designs && (
    <>
      <Link to="/s/$store/messages/templates" params={{ store }}>
        <Button>{t("templates.title")}</Button>
      </Link>
      <Link to="/s/$store/messages/settings" params={{ store }}>
        <Button>{t("settings.title")}</Button>
      </Link>
    </>
  );
  return (
    <>
      <PageHeader title={t("title")} note={t("note")} actions={setUp} />
      <div className={styles.bar}>
        <Segmented
          value={mine ? "mine" : "all"}
          options={[
            { value: "all", label: t("all") },
            { value: "mine", label: t("mine") },
          ]}
          onChange={(value) => setMine(value === "mine")}
        />
        <Choice name="channel" values={channels} text={(one) => t(`channel.${one}`)} asked={asked} onChange={setAsked} />
        <Choice name="state" values={states} text={(one) => t(`state.${one}`)} asked={asked} onChange={setAsked} />
        <Choice name="purpose" values={purposes} text={(one) => t(`purpose.${one}`)} asked={asked} onChange={setAsked} />
      </div>
      <Sent store={store} asked={mine ? { ...asked, mine: true } : asked} filtered={Object.values(asked).some(Boolean)} />
    </>
  );
}

type ChoiceProps<One extends string> = {
  name: "channel" | "state" | "purpose";
  values: readonly One[];
  text: (one: One) => string;
  asked: Asked;
  onChange: (asked: Asked) => void;
};

function Choice<One extends string>({ name, values, text, asked, onChange }: ChoiceProps<One>) {
  const t = useMessageTexts();
  return (
    <Select
      allowClear
      aria-label={t(`by.${name}`)}
      placeholder={t(`by.${name}`)}
      value={asked[name] ?? null}
      options={values.map((value) => ({ value: value as string, label: text(value) }))}
      onChange={(value: string | undefined) => onChange({ ...asked, [name]: value ?? "" })}
    />
  );
}

export function Sent({ store, asked, filtered }: { store: string; asked: Asked; filtered: boolean }) {
  const t = useMessageTexts();
  const sent = useInfiniteQuery(sentQuery(store, asked));
  const [open, setOpen] = useState<Message | null>(null);
  if (sent.error) return <ErrorPanel whole error={sent.error} onRetry={() => void sent.refetch()} />;
  if (!sent.data) return <SkeletonRows />;
  const messages = sent.data.pages.flatMap((page) => page.messages);
  const shown = messages.find(({ id }) => id === open?.id) ?? open;
  if (messages.length === 0) {
    return <EmptyState icon={<MessageOutlined />} title={t(filtered ? "noneFound" : "empty")} text={t(filtered ? "noneFoundText" : "emptyText")} />;
  }
  return (
    <Panel flush>
      <ul className={styles.list}>
        {messages.map((message) => (
          <MessageLine key={message.id} message={message} onOpen={() => setOpen(message)} />
        ))}
      </ul>
      {sent.hasNextPage && (
        <div className={styles.more}>
          <Button loading={sent.isFetchingNextPage} onClick={() => void sent.fetchNextPage()}>
            {t("more")}
          </Button>
        </div>
      )}
      <MessageSheet store={store} message={shown} onClose={() => setOpen(null)} />
    </Panel>
  );
}
