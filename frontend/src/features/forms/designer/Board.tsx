import { DndContext, DragOverlay, KeyboardSensor, PointerSensor, closestCenter, useSensor, useSensors } from "@dnd-kit/core";
import type { Announcements, DragEndEvent, DragStartEvent } from "@dnd-kit/core";
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import { useFormsTexts } from "../texts";
import styles from "./canvas.module.css";
import { fieldPart, insert, move, placeOf, sectionsIn } from "./layout";
import type { Place } from "./layout";
import { fieldOf, useDesigner } from "./useDesigner";
import { usePartNameOf } from "./usePartNameOf";

/** Where things are dragged: from the palette into the form, and within it. */
export function Board({ children }: { children: ReactNode }) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const { layout, entity, change, select } = useDesigner();
  const [active, setActive] = useState<string | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const fresh = active?.startsWith("new ") ? active.slice(4) : null;
  const nameOf = usePartNameOf();
  const field = fresh ? fieldOf(entity, fresh) : undefined;
  const name = field ? labelIn(field.label, i18n.language) : active ? nameOf(active) : "";

  /** Over a part: before it, or behind it when it comes from above; over a section: at its end. */
  function placeOver(over: string, moved: string): Place | null {
    const there = placeOf(layout, over);
    if (there) {
      const from = placeOf(layout, moved);
      const down = from && from.section === there.section && from.at < there.at;
      return { section: there.section, at: down ? there.at + 1 : there.at };
    }
    const section = sectionsIn(layout).find(({ id }) => id === over);
    return section ? { section: section.id, at: section.parts.length } : null;
  }

  function onDragEnd({ active: dragged, over }: DragEndEvent): void {
    setActive(null);
    const id = String(dragged.id);
    const place = over && over.id !== dragged.id ? placeOver(String(over.id), id) : null;
    if (!place) return;
    if (!id.startsWith("new ")) return change(move(layout, id, place));
    const part = fieldPart(id.slice(4));
    change(insert(layout, part, place));
    select(part.id);
  }
  const announcements: Announcements = {
    onDragStart: () => t("dnd.lifted"),
    onDragOver: ({ over }) => (over ? t("dnd.over") : t("dnd.outside")),
    onDragEnd: ({ over }) => (over ? t("dnd.dropped") : t("dnd.cancelled")),
    onDragCancel: () => t("dnd.cancelled"),
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t("dnd.how") } }}
      onDragStart={({ active: { id } }: DragStartEvent) => setActive(String(id))}
      onDragEnd={onDragEnd}
      onDragCancel={() => setActive(null)}
    >
      {children}
      <DragOverlay dropAnimation={null}>{active && <div className={styles.lifted}>{name}</div>}</DragOverlay>
    </DndContext>
  );
}
