import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PlateChip } from "@/components/PlateChip";
import type { Field, FieldType } from "./api/entities";
import type { Row } from "./api/list";
import styles from "./fieldValue.module.css";
import { sectionOf } from "./sections";
import { useWords } from "./useWords";
import { isBlank, linkOf, valueText } from "./valueText";

type Props = {
  value: unknown;
  field: Field;
  store: string;
  /** The record that the value is of. */
  row: Row;
  /** Inside a link already: no link of its own. */
  plain?: boolean;
};
type Shown = Props & { text: string };

function Plain({ text }: Shown) {
  return text;
}

function Whole({ text }: Shown) {
  return <span className={styles.whole}>{text}</span>;
}

function Vin({ text }: Shown) {
  return <span className="cz-mono">{text}</span>;
}

function Plate({ value, row }: Shown) {
  return <PlateChip plate={String(value)} kind={typeof row.plate_kind === "string" ? row.plate_kind : null} />;
}

function RecordLink({ value, field, store, text, plain }: Shown) {
  const link = linkOf(value);
  const section = field.target ? sectionOf(field.target) : null;
  if (plain || !link || !section) return text;
  return (
    <Link to="/s/$store/$section/$id" params={{ store, section, id: link.id }}>
      {text}
    </Link>
  );
}

/** Types without a view of their own are shown as text. */
const views: Partial<Record<FieldType, (shown: Shown) => ReactNode>> = {
  text: Plain,
  number: Whole,
  money: Whole,
  date: Whole,
  datetime: Whole,
  choice: Plain,
  phone: Whole,
  plate: Plate,
  vin: Vin,
  link: RecordLink,
};

/** A field's value in a list or on a record's page. */
export function FieldValue(props: Props) {
  const words = useWords();
  if (isBlank(props.value)) return <span className={styles.none}>{words.none}</span>;
  const View = views[props.field.type] ?? Plain;
  return <View {...props} text={valueText(props.value, props.field, words)} />;
}
