import { lazy } from "react";
import type { Entity, Field } from "../api/entities";
import type { ListSearch } from "../listSearch";
import { boardFields, chosen, coverFields, dayFields, parentFields } from "./layout";

const Board = lazy(async () => ({ default: (await import("./board/Board")).Board }));
const Gallery = lazy(async () => ({ default: (await import("./Gallery")).Gallery }));
const GroupedRows = lazy(async () => ({ default: (await import("./GroupedRows")).GroupedRows }));
const Tree = lazy(async () => ({ default: (await import("./Tree")).Tree }));
const Calendar = lazy(async () => ({ default: (await import("./calendar/MonthCalendar")).MonthCalendar }));

export type LaidOutProps = {
  store: string;
  entity: Entity;
  shown: Field[];
  search: ListSearch;
  onSort: (sort: string | undefined) => void;
};

/** Records otherwise than as plain rows. Each layout is loaded alone. */
export function LaidOut({ store, entity, shown, search, onSort }: LaidOutProps) {
  const layout = search.lay ?? {};
  const kind = search.as ?? "list";
  const group = entity.fields.find(({ name }) => name === layout.group);
  const column = chosen(boardFields(entity), layout.group);
  if (kind === "board" && column) return <Board key={column.name} store={store} entity={entity} field={column} layout={layout} shown={shown} search={search} />;
  const start = chosen(dayFields(entity), layout.start, ({ read_only }) => !read_only);
  if (kind === "calendar" && start) {
    const end = entity.fields.find(({ name }) => name === layout.end);
    return <Calendar key={`${start.name} ${end?.name}`} store={store} entity={entity} start={start} end={end} shown={shown} search={search} />;
  }
  if (kind === "gallery") {
    const facts = (layout.shown ?? []).flatMap((name) => entity.fields.find((field) => field.name === name) ?? []);
    return <Gallery store={store} entity={entity} cover={chosen(coverFields(entity), layout.cover)} facts={facts} usual={shown} search={search} />;
  }
  const parent = chosen(parentFields(entity), layout.parent);
  if (kind === "tree" && parent) return <Tree key={parent.name} store={store} entity={entity} parent={parent} shown={shown} search={search} />;
  if (kind === "list" && group)
    return (
      <GroupedRows
        key={`${group.name} ${layout.part}`}
        store={store}
        entity={entity}
        field={group}
        layout={layout}
        columns={shown}
        search={search}
        sort={search.sort ?? entity.sort}
        onSort={onSort}
      />
    );
  return null;
}
