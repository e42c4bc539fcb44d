import { useDroppable } from "@dnd-kit/core";
import { rectSortingStrategy, SortableContext, useSortable } from "@dnd-kit/sortable";
import { FieldStringOutlined, HolderOutlined, PlusOutlined, SettingOutlined, TableOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import { useFormsTexts } from "../texts";
import styles from "./canvas.module.css";
import { addSection, addTab } from "./layout";
import type { Part, Section, Tab } from "./layout";
import { Marks } from "./Marks";
import { useDesigner } from "./useDesigner";
import { usePartNameOf } from "./usePartNameOf";

/** The form as it is laid out. Parts are dragged by their handle, with the keyboard too (space, arrows, space). */
export function Canvas({ tab, onTab }: { tab: Tab | undefined; onTab: (id: string) => void }) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const { layout, change, select, selected, problems } = useDesigner();
  const hasProblem = (one: Tab) => {
    const inside = new Set([one.id, ...one.sections.flatMap(({ id, parts }) => [id, ...parts.map((part) => part.id)])]);
    return problems.some(({ part }) => inside.has(part));
  };
  return (
    <div className={styles.canvas}>
      <div className={styles.tabs} role="tablist" aria-label={t("tabs")}>
        {layout.tabs.map((one, at) => (
          <button
            key={one.id}
            type="button"
            role="tab"
            aria-selected={one.id === tab?.id}
            className={styles.tab}
            onClick={() => onTab(one.id)}
          >
            {labelIn(one.label, i18n.language) || t("tabNumber", { number: at + 1 })}
            {hasProblem(one) && <span className={styles.bad}>{t("hasProblem")}</span>}
          </button>
        ))}
        {tab && (
          <Button type="text" icon={<SettingOutlined />} aria-label={t("tabSettings")} title={t("tabSettings")} onClick={() => select(tab.id)} />
        )}
        <Button
          type="text"
          icon={<PlusOutlined />}
          onClick={() => {
            const added = addTab(layout);
            change(added.layout);
            onTab(added.id);
            select(added.id);
          }}
        >
          {t("addTab")}
        </Button>
      </div>
      {tab?.sections.map((section, at) => (
        <SectionCard key={section.id} section={section} title={t("sectionNumber", { number: at + 1 })} chosen={selected === section.id} />
      ))}
      {tab && (
        <Button
          icon={<PlusOutlined />}
          onClick={() => {
            const added = addSection(layout, tab.id);
            change(added.layout);
            select(added.id);
          }}
        >
          {t("addSection")}
        </Button>
      )}
    </div>
  );
}

function SectionCard({ section, title, chosen }: { section: Section; title: string; chosen: boolean }) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const { select } = useDesigner();
  const { setNodeRef, isOver } = useDroppable({ id: section.id });
  const name = labelIn(section.label, i18n.language) || title;
  return (
    <section className={styles.section} aria-label={name} data-chosen={chosen} data-over={isOver}>
      <button type="button" className={styles.sectionHead} onClick={() => select(section.id)}>
        <b>{name}</b>
        <Marks conditional={section.show_when !== null} id={section.id} />
        <SettingOutlined aria-label={t("sectionSettings")} />
      </button>
      <SortableContext id={section.id} items={section.parts.map(({ id }) => id)} strategy={rectSortingStrategy}>
        <div ref={setNodeRef} className={styles.grid} style={{ "--columns": section.columns } as React.CSSProperties}>
          {section.parts.map((part) => (
            <PartCard key={part.id} part={part} columns={section.columns} />
          ))}
          {section.parts.length === 0 && <p className={styles.empty}>{t("emptySection")}</p>}
        </div>
      </SortableContext>
    </section>
  );
}

function PartCard({ part, columns }: { part: Part; columns: number }) {
  const t = useFormsTexts();
  const { selected, select } = useDesigner();
  const name = usePartNameOf()(part.id);
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: part.id });
  return (
    <div
      ref={setNodeRef}
      className={styles.part}
      data-part={part.id}
      data-chosen={selected === part.id}
      data-dragging={isDragging}
      data-kind={part.kind}
      style={{
        ...(transform ? { transform: `translate3d(${transform.x}px, ${transform.y}px, 0)` } : {}),
        ...(transition ? { transition } : {}),
        gridColumn: `span ${Math.min(part.width, columns)}`,
      }}
    >
      <button type="button" ref={setActivatorNodeRef} className={styles.handle} {...attributes} {...listeners} aria-label={t("drag", { name })}>
        <HolderOutlined aria-hidden />
      </button>
      <button type="button" className={styles.partName} aria-pressed={selected === part.id} onClick={() => select(part.id)}>
        {part.kind === "note" && <FieldStringOutlined aria-hidden />}
        {part.kind === "rows" && <TableOutlined aria-hidden />}
        <span className={styles.text}>{name}</span>
        {part.kind === "field" ? (
          <Marks id={part.id} part={part} conditional={part.show_when !== null} />
        ) : (
          <Marks id={part.id} conditional={part.show_when !== null} />
        )}
      </button>
    </div>
  );
}
