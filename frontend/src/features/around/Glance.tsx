import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { KeyFacts } from "@/components/KeyFacts";
import { Panel } from "@/components/Panel";
import { useNow } from "@/components/useNow";
import { formatDate, formatSince } from "@/format/date";
import { formatCount, formatMoney } from "@/format/money";
import type { Entity } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import type { FilterGroup } from "@/features/records/filter";
import { listPath, recordPath } from "@/features/records/paths";
import { lastContactQuery, openOf, ordersOf, ownersQuery, sumQuery } from "./api";
import { Elsewhere } from "./Elsewhere";
import { useAroundTexts } from "./texts";

type Props = { store: string; entities: Entity[]; record: Row };

/** A customer in a few figures: what they bought, when somebody spoke with them, what is open, where else they are known. */
export function CustomerGlance({ store, entities, record }: Props) {
  const t = useAroundTexts();
  const id = idOf(record);
  const has = (name: string) => entities.some((entity) => entity.name === name);
  const facts: { label: string; value: ReactNode }[] = [
    ...(has("sales_order") ? [{ label: t("bought"), value: <Bought store={store} entities={entities} id={id} /> }] : []),
    ...(has("interaction") ? [{ label: t("last"), value: <LastContact store={store} id={id} /> }] : []),
    ...(has("task") ? [{ label: t("tasks"), value: <Count store={store} entity="task" filter={openOf(id)} /> }] : []),
    ...(has("promise") ? [{ label: t("promises"), value: <Count store={store} entity="promise" filter={openOf(id)} /> }] : []),
    { label: t("elsewhere"), value: <Elsewhere store={store} phone={record.phone} /> },
  ];
  return (
    <Panel title={t("glance")}>
      <KeyFacts facts={facts} />
    </Panel>
  );
}

function Bought({ store, entities, id }: { store: string; entities: Entity[]; id: string }) {
  const t = useAroundTexts();
  const price = entities.find(({ name }) => name === "sales_order")?.fields.find(({ name }) => name === "price");
  const filter = ordersOf(id);
  const found = useQuery(sumQuery(store, "sales_order", filter, price?.summable ? "price" : "")).data;
  if (!found) return null;
  const told = { count: found.count, shown: formatCount(found.count) };
  return (
    <Link to={listPath(store, "sales_order")} search={{ filter }}>
      {found.sum === null ? t("boughtCount", told) : t("boughtText", { ...told, sum: formatMoney(found.sum) })}
    </Link>
  );
}

function Count({ store, entity, filter }: { store: string; entity: string; filter: FilterGroup }) {
  const found = useQuery(sumQuery(store, entity, filter, "")).data;
  if (!found) return null;
  return (
    <Link to={listPath(store, entity)} search={{ filter }}>
      {formatCount(found.count)}
    </Link>
  );
}

function LastContact({ store, id }: { store: string; id: string }) {
  const t = useAroundTexts();
  const now = useNow();
  const { data } = useQuery(lastContactQuery(store, id));
  if (data === undefined) return null;
  if (data === null) return t("never");
  return (
    <Link to={recordPath(store, "interaction", String(data.id))}>
      {typeof data.at === "string" && formatSince(data.at, now)} {typeof data.summary === "string" && data.summary}
    </Link>
  );
}

/** Who had the car when. Nothing where it has had one owner. */
export function OwnersOverTime({ store, id }: { store: string; id: string }) {
  const t = useAroundTexts();
  const owners = useQuery(ownersQuery(store, id)).data ?? [];
  if (owners.length < 2) return null;
  return (
    <Panel title={t("owners")}>
      <KeyFacts
        facts={owners.map(({ at, owner }) => ({
          key: at,
          label: t("since", { at: formatDate(at) }),
          value: owner.title === null ? "—" : <Link to={recordPath(store, "customer", owner.id)}>{owner.title}</Link>,
        }))}
      />
    </Panel>
  );
}
