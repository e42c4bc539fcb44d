import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
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
import { AroundEvent } from "./AroundEvent";
import { Event } from "./Event";
import { KindChoice } from "./KindChoice";
import styles from "./timeline.module.css";

type Props = { store: string; entity: Entity; entities: Entity[]; record: Row };

/** Who changed what and when, what people said about it, and all that happened around it. */
export function Timeline({ store, entity, entities, record }: Props) {
  const t = useRecordsTexts();
  const [kind, setKind] = useState("");
  const timeline = useInfiniteQuery(timelineQuery(store, entity.name, idOf(record), kind));
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const mayAudit = useQuery(storeHomeQuery(store)).data?.permissions.includes("audit.read") ?? false;
  const events = timeline.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? t("timeline.somebody");
  return (
    <Panel title={t("timeline.title")}>
      {entity.actions.includes("comment") && <AddComment store={store} entity={entity} id={idOf(record)} />}
      <KindChoice store={store} entity={entity} entities={entities} id={idOf(record)} value={kind} onChange={setKind} />
      {timeline.isPending && <SkeletonRows rows={3} />}
      {timeline.error && <ErrorPanel error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {timeline.data && events.length === 0 && <p className="cz-soft">{t("timeline.none")}</p>}
      <ol className={styles.events}>
        {events.map((event) =>
          event.record ? (
            <AroundEvent key={`${event.record.kind}${event.record.id}`} store={store} entities={entities} at={event.at} about={event.record} />
          ) : (
            <Event
              key={event.comment?.id ?? String(event.entry_id)}
              store={store}
              entity={entity}
              record={record}
              event={event}
              who={nameOf(event.actor_id)}
            />
          ),
        )}
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
