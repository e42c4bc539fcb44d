import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readChannelReturns } from "@/api/sdk.gen";
import type { ReturnOut } from "@/api/types.gen";
import { DayPicker } from "@/components/DayPicker";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { listPath, newPath } from "@/features/records/paths";
import { useEntity } from "@/features/records/useEntity";
import { today } from "@/format/date";
import { formatCount, formatMoney } from "@/format/money";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import styles from "./returns.module.css";
import { useReturnTexts } from "./texts";

type Asked = { first: string; last: string; by: "channel" | "campaign" };

const returnsQuery = (store: string, asked: Asked) =>
  queryOptions({
    queryKey: ["store", store, "channel-returns", asked],
    queryFn: ({ signal }) => readChannelReturns({ signal, headers: inStore(store), query: asked }),
    placeholderData: keepPreviousData,
  });

/** /s/<store>/channel-returns: what channels cost, and what came of it. */
export function ReturnsPage() {
  const { store } = useParams({ from: "/_shell/s/$store/channel-returns" });
  const t = useReturnTexts();
  const { i18n } = useTranslation();
  const [asked, setAsked] = useState<Asked>(() => ({ first: `${today().slice(0, 8)}01`, last: today(), by: "channel" }));
  const found = useQuery(returnsQuery(store, asked));
  const { entity } = useEntity(store, "channel_cost");
  const choices = entity?.fields.find(({ name }) => name === "channel")?.choices ?? [];
  const nameOf = (value: string) => {
    const choice = asked.by === "channel" ? choices.find((one) => one.value === value) : undefined;
    return choice ? labelIn(choice.label, i18n.language) : value || t("unsaid");
  };
  const told = found.data;
  return (
    <div className={styles.page}>
      <PageHeader
        title={t("title")}
        note={t("note")}
        actions={
          <>
            <Link to={listPath(store, "channel_cost")}>
              <Button>{t("entries")}</Button>
            </Link>
            {entity?.actions.includes("create") && (
              <Link to={newPath(store, "channel_cost")}>
                <Button type="primary">{t("add")}</Button>
              </Link>
            )}
          </>
        }
      />
      <div className={styles.bar}>
        <DayPicker label={t("from")} allowClear={false} value={asked.first} onChange={(first) => first && setAsked({ ...asked, first })} />
        <DayPicker label={t("to")} allowClear={false} value={asked.last} onChange={(last) => last && setAsked({ ...asked, last })} />
        <Segmented
          aria-label={t("by")}
          value={asked.by}
          options={(["channel", "campaign"] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(by) => setAsked({ ...asked, by })}
        />
      </div>
      {found.error && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {!told && !found.error && <SkeletonRows rows={6} />}
      {told && told.rows.length === 0 && <EmptyState title={t("empty")} text={t("emptyText")} />}
      {told && told.rows.length > 0 && (
        <Panel flush>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t(asked.by)}</th>
                  {(["cost", "leads", "perLead", "visits", "perVisit", "orders", "perOrder"] as const).map((name) => (
                    <th key={name} scope="col">
                      {t(name)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {told.rows.map((row) => (
                  <Line key={row.value} row={row} name={nameOf(row.value)} />
                ))}
              </tbody>
              <tfoot>
                <Line row={told.whole} name={t("whole")} />
              </tfoot>
            </table>
          </div>
        </Panel>
      )}
    </div>
  );
}

function money(value: ReturnOut["per_lead"]): string {
  return value === null ? "–" : formatMoney(String(value));
}

function Line({ row, name }: { row: ReturnOut; name: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{money(row.cost)}</td>
      <td>{formatCount(row.leads)}</td>
      <td>{money(row.per_lead)}</td>
      <td>{formatCount(row.visits)}</td>
      <td>{money(row.per_visit)}</td>
      <td>{formatCount(row.orders)}</td>
      <td>{money(row.per_order)}</td>
    </tr>
  );
}
