import { PlusOutlined, ScanOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DayPartOut } from "@/api/types.gen";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { FollowUpForm } from "@/features/leads/FollowUp";
import { useLeadTexts } from "@/features/leads/texts";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import { filterOf } from "@/features/records/filter";
import { listPath } from "@/features/records/paths";
import { labelIn } from "@/i18n/labelIn";
import { dayQuery } from "./api";
import styles from "./day.module.css";
import { DayLine } from "./DayLine";
import { QuickLead } from "./QuickLead";
import { ScanSheet } from "./ScanSheet";
import { useDayTexts } from "./texts";

/** What is the person's to do today, the most pressing first; calls, notes and new leads in a tap or two. */
export function MyDay({ store }: { store: string }) {
  const t = useDayTexts();
  const tLead = useLeadTexts();
  const day = useQuery(dayQuery(store));
  const entities = useQuery(entitiesQuery(store)).data ?? [];
  const [following, setFollowing] = useState<Row | null>(null);
  const [open, setOpen] = useState<"lead" | "scan" | null>(null);
  const lead = entities.find(({ name }) => name === "lead");
  const parts = (day.data ?? []).filter(({ rows }) => rows.length > 0);
  return (
    <>
      <div className={styles.actions}>
        {lead?.actions.includes("create") && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen("lead")}>
            {t("newLead")}
          </Button>
        )}
        <Button icon={<ScanOutlined />} onClick={() => setOpen("scan")}>
          {t("scan")}
        </Button>
      </div>
      {day.isPending && <SkeletonRows rows={6} />}
      {day.error && <ErrorPanel error={day.error} onRetry={() => void day.refetch()} />}
      {day.data && parts.length === 0 && (
        <Panel title={t("title")}>
          <EmptyState title={t("free")} text={t("freeText")} />
        </Panel>
      )}
      {parts.map((part) => (
        <DayPart key={part.name} store={store} part={part} entities={entities} onFollow={setFollowing} />
      ))}
      <Sheet open={following !== null} title={tLead("title")} onClose={() => setFollowing(null)}>
        {following && <FollowUpForm key={idOf(following)} store={store} record={following} onDone={() => setFollowing(null)} />}
      </Sheet>
      {lead && <QuickLead store={store} lead={lead} open={open === "lead"} onClose={() => setOpen(null)} />}
      <ScanSheet store={store} entities={entities} open={open === "scan"} onClose={() => setOpen(null)} />
    </>
  );
}

type PartProps = { store: string; part: DayPartOut; entities: Entity[]; onFollow: (row: Row) => void };

function DayPart({ store, part, entities, onFollow }: PartProps) {
  const t = useDayTexts();
  const { i18n } = useTranslation();
  const entity = entities.find(({ name }) => name === part.entity);
  const filter = filterOf(part.filter);
  if (!entity) return null;
  const title = `${labelIn(part.label, i18n.language)} · ${part.rows.length}${part.more ? "+" : ""}`;
  return (
    <Panel
      title={title}
      flush
      extra={
        <Link to={listPath(store, part.entity)} search={filter ? { filter } : {}}>
          {t("all")}
        </Link>
      }
    >
      <ul className={styles.lines}>
        {part.rows.map((row) => (
          <DayLine key={idOf(row as Row)} store={store} entity={entity} row={row as Row} onFollow={onFollow} />
        ))}
      </ul>
    </Panel>
  );
}
