import { InboxOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { isApiError } from "@/http/ApiError";
import { outboxQuery } from "./api/outbox";
import { Message } from "./Message";
import styles from "./outbox.module.css";
import { useOutboxTexts } from "./texts";

export function OutboxPage() {
  const t = useOutboxTexts();
  const outbox = useQuery(outboxQuery);
  return (
    <main className={styles.page}>
      <PageHeader
        title={t("title")}
        note={t("note")}
        actions={<Button onClick={() => void outbox.refetch()}>{t("refresh")}</Button>}
      />
      <Messages />
    </main>
  );
}

function Messages() {
  const t = useOutboxTexts();
  const { data, error, isPending, refetch } = useQuery(outboxQuery);
  if (isPending) return <SkeletonRows />;
  if (isApiError(error) && (error.status === 404 || error.status === 403)) {
    return <EmptyState icon={<InboxOutlined />} title={t("off.title")} text={t("off.text")} />;
  }
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState icon={<InboxOutlined />} title={t("empty.title")} text={t("empty.text")} />;
  return data.map((message) => <Message key={message.id} message={message} />);
}
