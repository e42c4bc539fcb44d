import { BellOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { readNotices } from "@/api/sdk.gen";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { useNow } from "@/components/useNow";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { recordPath } from "@/features/records/paths";
import { formatDateTime, formatSince } from "@/format/date";
import { inStore } from "@/http/inStore";
import { noticesQuery, waitingQuery } from "./api";
import type { Notice } from "./api";
import { useWorkTexts } from "./texts";
import styles from "./work.module.css";

/** What one was told, the latest first. */
export function NoticesSheet({ store, unread, open, onClose }: { store: string; unread: number; open: boolean; onClose: () => void }) {
  const t = useWorkTexts();
  return (
    <Sheet open={open} title={t("notices.title")} onClose={onClose}>
      {open && <Notices store={store} unread={unread} onGo={onClose} />}
    </Sheet>
  );
}

const told = ["task_due", "task_assigned", "lead_given", "lead_taken", "mentioned", "flow_asked", "flow_told", "flow_reminded", "flow_stuck", "reservation_soon", "reservation_over", "quote_agreed", "quote_queried", "contract_signed", "contract_refused", "contract_unasked"] as const;

function Notices({ store, unread, onGo }: { store: string; unread: number; onGo: () => void }) {
  const t = useWorkTexts();
  const now = useNow();
  const client = useQueryClient();
  const navigate = useNavigate();
  const found = useInfiniteQuery(noticesQuery(store));
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const reading = useMutation({
    mutationFn: (ids: string[] | null) => readNotices({ headers: inStore(store), body: { ids } }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: noticesQuery(store).queryKey }),
        client.invalidateQueries({ queryKey: waitingQuery(store).queryKey }),
      ]),
  });
  if (found.isPending) return <SkeletonRows rows={4} />;
  if (found.error && !found.data) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  const notices = found.data.pages.flat();
  if (notices.length === 0) return <EmptyState icon={<BellOutlined />} title={t("notices.none")} text={t("notices.noneText")} />;
  const words = ({ kind, title, seen, by }: Notice) => {
    const known = told.find((one) => one === kind) ?? "other";
    const who = by === null ? t("notices.itself") : (people.find(({ id }) => id === by)?.name ?? t("somebody"));
    return t(`notices.${known}`, { who, title: title ?? (seen ? "—" : t("notices.gone")) });
  };
  const go = (notice: Notice) => {
    if (!notice.read) reading.mutate([notice.id]);
    const stuck = notice.kind === "flow_stuck";
    if (!notice.seen && !stuck) return;
    onGo();
    // What is to be done about it is done there, not on the record.
    void navigate({ to: stuck ? `/s/${store}/design/flows/running` : recordPath(store, notice.entity, notice.record_id) });
  };
  return (
    <>
      {unread > 0 && (
        <div className={styles.readAll}>
          <Button type="link" size="small" loading={reading.isPending} onClick={() => reading.mutate(null)}>
            {t("notices.readAll")}
          </Button>
        </div>
      )}
      <ul>
        {notices.map((notice) => (
          <li key={notice.id}>
            <button type="button" className={styles.notice} onClick={() => go(notice)}>
              <span className={notice.read ? styles.read : styles.unread} role="img" aria-label={notice.read ? undefined : t("notices.unread")} />
              <span className={styles.noticeWords}>
                <span>{words(notice)}</span>
                <time className="cz-soft cz-small" dateTime={notice.at} title={formatDateTime(notice.at)}>
                  {formatSince(notice.at, now)}
                </time>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <div className={styles.next}>
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("loadMore")}
          </Button>
        </div>
      )}
    </>
  );
}
