import { Checkbox, InputNumber, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import type { Block } from "../api";
import { usePrintTexts } from "../texts";
import { FieldsSelect } from "./PlaceSelect";
import { PlacedText } from "./PlacedText";
import styles from "./editor.module.css";
import { useEditor } from "./useEditor";

type Of<Kind extends Block["kind"]> = { block: Extract<Block, { kind: Kind }>; onChange: (block: Block, kind?: string) => void };

function Side({ value, onChange }: { value: "left" | "center" | "right"; onChange: (side: "left" | "center" | "right") => void }) {
  const t = usePrintTexts();
  return (
    <Segmented
      size="small"
      aria-label={t("align.label")}
      value={value}
      onChange={onChange}
      options={(["left", "center", "right"] as const).map((side) => ({ value: side, label: t(`align.${side}`) }))}
    />
  );
}

export function HeadingFields({ block, onChange }: Of<"heading">) {
  const t = usePrintTexts();
  return (
    <>
      <PlacedText label={t("kind.heading")} value={block.text} limit={200} onChange={(text) => onChange({ ...block, text }, block.id)} />
      <div className={styles.line}>
        <Segmented
          size="small"
          aria-label={t("level.label")}
          value={block.level}
          onChange={(level) => onChange({ ...block, level })}
          options={[1, 2].map((level) => ({ value: level, label: t(level === 1 ? "level.large" : "level.small") }))}
        />
        <Side value={block.align} onChange={(align) => onChange({ ...block, align })} />
      </div>
    </>
  );
}

export function TextFields({ block, onChange }: Of<"text">) {
  const t = usePrintTexts();
  return (
    <>
      <PlacedText lines label={t("kind.text")} value={block.text} limit={5000} onChange={(text) => onChange({ ...block, text }, block.id)} />
      <div className={styles.line}>
        <Segmented
          size="small"
          aria-label={t("size.label")}
          value={block.size}
          onChange={(size) => onChange({ ...block, size })}
          options={(["small", "normal", "large"] as const).map((size) => ({ value: size, label: t(`size.${size}`) }))}
        />
        <Side value={block.align} onChange={(align) => onChange({ ...block, align })} />
        <Checkbox checked={block.bold} onChange={({ target }) => onChange({ ...block, bold: target.checked })}>
          {t("bold")}
        </Checkbox>
      </div>
    </>
  );
}

export function FactsFields({ block, onChange }: Of<"facts">) {
  const t = usePrintTexts();
  return (
    <>
      <FieldsSelect label={t("kind.facts")} value={block.fields} onChange={(fields) => onChange({ ...block, fields })} />
      <div className={styles.line}>
        <Segmented
          size="small"
          aria-label={t("facts.columns")}
          value={block.columns}
          onChange={(columns) => onChange({ ...block, columns })}
          options={[1, 2, 3].map((count) => ({ value: count, label: t("facts.column", { count }) }))}
        />
        <Checkbox checked={block.filled} onChange={({ target }) => onChange({ ...block, filled: target.checked })}>
          {t("facts.filled")}
        </Checkbox>
      </div>
    </>
  );
}

export function RowsFields({ block, onChange }: Of<"rows">) {
  const t = usePrintTexts();
  const { i18n } = useTranslation();
  const { printable } = useEditor();
  const table = printable.tables.find(({ source }) => source === block.source);
  const groups = (table?.fields ?? []).filter(({ groups: some }) => some);
  return (
    <>
      <Select
        className={styles.wide ?? ""}
        aria-label={t("rows.source")}
        placeholder={t("rows.source")}
        value={block.source || null}
        notFoundContent={t("rows.none")}
        options={printable.tables.map(({ source, label }) => ({ value: source, label: labelIn(label, i18n.language) }))}
        onChange={(source) => onChange({ ...block, source: source ?? "", fields: [], sums: [], by: "" })}
      />
      <Select
        mode="multiple"
        maxCount={12}
        className={styles.wide ?? ""}
        aria-label={t("rows.columns")}
        placeholder={t("rows.usual")}
        disabled={!table}
        value={block.fields}
        showSearch={{ optionFilterProp: "label" }}
        options={(table?.fields ?? []).map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) }))}
        onChange={(fields) => onChange({ ...block, fields })}
      />
      {groups.length > 0 && (
        <Select
          allowClear
          className={styles.wide ?? ""}
          aria-label={t("rows.by")}
          placeholder={t("rows.by")}
          value={block.by || null}
          options={groups.map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) }))}
          onChange={(by) => onChange({ ...block, by: by ?? "" })}
        />
      )}
      <Checkbox checked={block.total} onChange={({ target }) => onChange({ ...block, total: target.checked })}>
        {t("rows.total")}
      </Checkbox>
    </>
  );
}

export function SpaceFields({ block, onChange }: Of<"space">) {
  const t = usePrintTexts();
  return (
    <span>
      <InputNumber
        size="small"
        min={1}
        max={120}
        aria-label={t("kind.space")}
        value={block.size}
        onChange={(size) => onChange({ ...block, size: size ?? 8 }, block.id)}
      />{" "}
      {t("millimetres")}
    </span>
  );
}

export function SignatureFields({ block, onChange }: Of<"signatures">) {
  const t = usePrintTexts();
  return (
    <Select
      mode="tags"
      maxCount={4}
      className={styles.wide ?? ""}
      aria-label={t("kind.signatures")}
      placeholder={t("signatures.hint")}
      open={false}
      suffixIcon={null}
      tokenSeparators={[",", "，", "、"]}
      value={block.names}
      onChange={(names: string[]) => onChange({ ...block, names: names.map((name) => name.trim().slice(0, 30)).filter(Boolean) })}
    />
  );
}
