import { Segmented } from "antd";
import { answeringKind } from "@/features/fields/field";
import type { Entity } from "../api/entities";
import { useRecordsTexts } from "../texts";
import { FieldSelect, FieldsSelect } from "./FieldSelect";
import { boardFields, chosen, coverFields, dayFields, groupFields, parentFields, totalFields } from "./layout";
import type { Layout, ViewKind } from "./layout";
import styles from "./layouts.module.css";

type Props = { entity: Entity; kind: ViewKind; layout: Layout; onChange: (layout: Layout) => void };

const mostTotals = 5;
const mostShown = 12;

/** By which fields the records are laid out. */
export function LayoutBar({ entity, kind, layout, onChange }: Props) {
  const t = useRecordsTexts();
  const set = (part: Partial<Layout>) => onChange({ ...layout, ...part });
  const figures = totalFields(entity);
  const totals = figures.length > 0 && (
    <FieldsSelect
      label={t("layout.totals")}
      placeholder={t("layout.noTotals")}
      fields={figures}
      most={mostTotals}
      value={(layout.totals ?? []).filter((name) => figures.some((field) => field.name === name))}
      onChange={(names) => set({ totals: names })}
    />
  );
  if (kind === "board") {
    const fields = boardFields(entity);
    return (
      <div className={styles.bar}>
        <FieldSelect label={t("layout.columns")} fields={fields} value={chosen(fields, layout.group)?.name} onChange={(group) => set({ group })} />
        {totals}
      </div>
    );
  }
  if (kind === "calendar") {
    const fields = dayFields(entity);
    const start = chosen(fields, layout.start, ({ read_only }) => !read_only);
    const ends = fields.filter((field) => field.type === start?.type && field.name !== start.name);
    return (
      <div className={styles.bar}>
        <FieldSelect label={t("layout.start")} fields={fields} value={start?.name} onChange={(name) => set({ start: name, end: "" })} />
        {ends.length > 0 && (
          <FieldSelect label={t("layout.end")} fields={ends} value={layout.end} none={t("layout.noEnd")} onChange={(end) => set({ end })} />
        )}
      </div>
    );
  }
  if (kind === "gallery") {
    const covers = coverFields(entity);
    return (
      <div className={styles.bar}>
        {covers.length > 0 && (
          <FieldSelect label={t("layout.cover")} fields={covers} value={chosen(covers, layout.cover)?.name} onChange={(cover) => set({ cover })} />
        )}
        <FieldsSelect
          label={t("layout.shown")}
          placeholder={t("layout.usual")}
          fields={entity.fields}
          most={mostShown}
          value={layout.shown ?? []}
          onChange={(shown) => set({ shown })}
        />
      </div>
    );
  }
  if (kind === "tree") {
    const fields = parentFields(entity);
    return fields.length > 1 ? (
      <div className={styles.bar}>
        <FieldSelect label={t("layout.parent")} fields={fields} value={chosen(fields, layout.parent)?.name} onChange={(parent) => set({ parent })} />
      </div>
    ) : null;
  }
  const fields = groupFields(entity);
  const group = fields.find(({ name }) => name === layout.group);
  return (
    <div className={styles.bar}>
      <FieldSelect label={t("layout.group")} fields={fields} value={group?.name} none={t("layout.noGroup")} onChange={(name) => set({ group: name })} />
      {group && ["date", "datetime"].includes(answeringKind(group)) && (
        <Segmented
          size="small"
          aria-label={t("layout.part.label")}
          value={layout.part ?? "month"}
          options={(["day", "month", "year"] as const).map((value) => ({ value, label: t(`layout.part.${value}`) }))}
          onChange={(part) => set({ part })}
        />
      )}
      {totals}
    </div>
  );
}
