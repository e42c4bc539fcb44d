import { DndContext, DragOverlay, KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors } from "@dnd-kit/core";
import type { DragEndEvent } from "@dnd-kit/core";
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { canBeWritten } from "@/features/fields/FieldInput";
import { useWords } from "@/features/fields/useWords";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "../../api/entities";
import type { Row } from "../../api/list";
import type { ListSearch } from "../../listSearch";
import { recordTitle } from "../../recordTitle";
import { useRecordsTexts } from "../../texts";
import { verbsQuery } from "../../verbs/api";
import { waysTo } from "../../verbs/ways";
import { groupsQuery, refreshEvery } from "../api";
import type { Layout } from "../layout";
import { useMoves } from "../useMoves";
import styles from "./board.module.css";
import { BoardCard } from "./BoardCard";
import { BoardColumn } from "./BoardColumn";
import { ChosenWay } from "./ChosenWay";
import { columnsOf } from "./columnsOf";
import type { Column } from "./columnsOf";
import { useSteps } from "./useSteps";

type Props = { store: string; entity: Entity; field: Field; layout: Layout; shown: Field[]; search: ListSearch };

/**
 * Records as cards in columns, one for each choice of a field. A card goes to another column by drag or by its menu; of
 * the state, by the verb that leads there.
 */
export function Board({ store, entity, field, layout, shown, search }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const words = useWords();
  const groups = useQuery({
    ...groupsQuery(store, entity.name, { by: field.name, totals: layout.totals ?? [] }, search),
    refetchInterval: refreshEvery,
  });
  const byVerbs = field.name === entity.state;
  const moves = useMoves(store, entity);
  const steps = useSteps(store, entity, field);
  const [held, setHeld] = useState<Row | null>(null);
  const offered = useQuery({ ...verbsQuery(store, entity.name, held ?? {}), enabled: byVerbs && held !== null }).data?.verbs;
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor),
  );
  if (groups.error && !groups.data) return <ErrorPanel error={groups.error} onRetry={() => void groups.refetch()} />;
  if (!groups.data) return <SkeletonRows rows={8} />;

  const writable = byVerbs ? entity.verbs.length > 0 : canBeWritten(field);
  const label = labelIn(field.label, i18n.language);
  // The column says it of all its cards.
  const facts = shown.filter(({ name }) => name !== field.name);
  // Every record has a state: no column for those without.
  const columns = columnsOf(byVerbs ? { ...field, required: true } : field, groups.data.groups, { language: i18n.language, empty: t("board.empty", { field: label }), hidden: t("board.hidden") });

  function put(row: Row, to: Column): void {
    const from = row[field.name] ?? null;
    if (!to.open || from === to.value) return;
    if (byVerbs) return steps.step({ row, to: to.value });
    moves.move({
      row,
      to: { [field.name]: to.value },
      from: { [field.name]: from },
      text: t("board.moved", { title: recordTitle(entity, row, words), column: to.label }),
    });
  }

  const takes = (column: Column, from: string | null, verbs = entity.verbs) => column.open && (!byVerbs || waysTo(verbs, from, column.value).length > 0);

  /** It does not take the card that is held: known by its state, and better once it is known what its holder may do. */
  function isBarred(column: Column): boolean {
    if (!held || !byVerbs || held[field.name] === column.value) return false;
    return !takes(column, String(held[field.name]), offered ? entity.verbs.filter(({ name }) => offered.includes(name)) : entity.verbs);
  }

  function drop({ active, over }: DragEndEvent): void {
    setHeld(null);
    const to = columns.find(({ key }) => key === over?.id);
    const row = active.data.current?.row as Row | undefined;
    if (to && row) put(row, to);
  }

  return (
    <DndContext
      sensors={sensors}
      onDragStart={({ active }) => setHeld((active.data.current?.row as Row | undefined) ?? null)}
      onDragEnd={drop}
      onDragCancel={() => setHeld(null)}
    >
      {!writable && <Alert banner type="info" title={t("board.fixed", { field: label })} />}
      {groups.data.more && <Alert banner type="warning" title={t("board.more")} />}
      <div className={styles.board}>
        {columns.map((column) => (
          <BoardColumn
            key={column.key}
            store={store}
            entity={entity}
            field={field}
            column={column}
            others={writable ? columns.filter((other) => other.key !== column.key && takes(other, column.value)) : []}
            barred={isBarred(column)}
            shown={facts}
            search={search}
            moved={byVerbs ? steps.moved : moves.moved}
            onPut={put}
          />
        ))}
      </div>
      <DragOverlay>
        {held && <BoardCard store={store} entity={entity} row={held} shown={facts} others={[]} onPut={put} lifted />}
      </DragOverlay>
      {byVerbs && <ChosenWay store={store} entity={entity} choice={steps.choice} onChange={steps.setChoice} />}
    </DndContext>
  );
}
