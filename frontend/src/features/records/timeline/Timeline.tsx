import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { storeHomeQuery } from "@/features/store/api/home";
import type { Entity } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { useRecordsTexts } from "../texts";
import { AddComment } from "./AddComment";
import { timelineQuery } from "./api";
import { Event } from "./Event";
import styles from "./timeline.module.css";

/** Who changed what and when, and what people said about it. */
export function Timeline({ store, entity, record }: { store: string; entity: Entity; record: Row }) {
  const t = useRecordsTexts();
  const timeline = useInfiniteQuery(timelineQuery(store, entity.name, idOf(record)));
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const mayAudit = useQuery(storeHomeQuery(store)).data?.permissions.includes("audit.read") ?? false;
  const events = timeline.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? t("timeline.somebody");
  return (
    <Panel title={t("timeline.title")}>
      {entity.actions.includes("comment") && <AddComment store={store} entity={entity} id={idOf(record)} />}
      {timeline.isPending && <SkeletonRows rows={3} />}
      {timeline.error && <ErrorPanel error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {timeline.data && events.length === 0 && <p className="cz-soft">{t("timeline.none")}</p>}
      <ol className={styles.events}>
        {events.map((event) => (
          <Event
            key={event.comment?.id ?? String(event.entry_id)}
            store={store}
            entity={entity}
            record={record}
            event={event}
            who={nameOf(event.actor_id)}
          />
        ))}
      </ol>
      {timeline.hasNextPage && (
        <Button loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      {mayAudit && (
        <Link
          to="/s/$store/audit"
          params={{ store }}
          search={{ entity: entity.name, record: idOf(record), kind: "all" }}
          className={styles.audit}
        >
          {t("timeline.audit")}
        </Link>
      )}
    </Panel>
  );
}
