import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { storeHomeQuery } from "@/features/store/api/home";
import { sentQuery } from "../api";
import type { Message } from "../api";
import { MessageLine } from "../MessageLine";
import { MessageSheet } from "../MessageSheet";
import styles from "../messages.module.css";
import { useMessageTexts } from "../texts";
import { Consents } from "./Consents";

const WriteSheet = lazy(async () => ({ default: (await import("./WriteSheet")).WriteSheet }));

type Props = { store: string; entity: string; id: string; person: boolean; comments: boolean };

/** What the store wrote to this customer, or about this record; on a customer also what they agreed to. */
export function RecordMessages({ store, entity, id, person, comments }: Props) {
  const t = useMessageTexts();
  const sends = useQuery(storeHomeQuery(store)).data?.permissions.includes("message.send") ?? false;
  const sent = useInfiniteQuery(sentQuery(store, { record_id: id }));
  const [open, setOpen] = useState<Message | null>(null);
  const [writing, setWriting] = useState(false);
  const messages = sent.data?.pages.flatMap((page) => page.messages) ?? [];
  return (
    <>
      <Panel title={t("record.title")} flush extra={sends && <Button size="small" onClick={() => setWriting(true)}>{t("record.write")}</Button>}>
        {sent.isPending && <SkeletonRows rows={2} />}
        {sent.error && <ErrorPanel error={sent.error} onRetry={() => void sent.refetch()} />}
        {sent.data && messages.length === 0 && <p className={styles.none}>{t("record.none")}</p>}
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
      </Panel>
      {person && <Consents store={store} entity={entity} id={id} writable={comments} />}
      <MessageSheet store={store} message={messages.find((one) => one.id === open?.id) ?? open} onClose={() => setOpen(null)} />
      {writing && (
        <Suspense fallback={null}>
          <WriteSheet store={store} entity={entity} id={id} onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </>
  );
}
