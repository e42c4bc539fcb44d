import { Link, useNavigate } from "@tanstack/react-router";
import type { MouseEvent, Ref } from "react";
import { useTranslation } from "react-i18next";
import type { Entity, Field } from "./api/entities";
import { labelIn } from "@/i18n/labelIn";
import { idOf } from "./api/list";
import type { Row } from "./api/list";
import { briefFields } from "./briefFields";
import { answeringKind } from "@/features/fields/field";
import { FieldValue } from "@/features/fields/FieldValue";
import { recordPath } from "./paths";
import { titleFieldOf } from "./recordTitle";
import styles from "./recordTable.module.css";
import { useWords } from "@/features/fields/useWords";

type Props = {
  ref: Ref<HTMLTableRowElement>;
  index: number;
  row: Row;
  columns: Field[];
  store: string;
  entity: Entity;
};

const amounts = new Set(["number", "integer", "percent", "money"]);

export function isAmount(field: Field): boolean {
  return amounts.has(answeringKind(field));
}

/** One record. The title is the link; a click anywhere else in the row opens the record too. */
export function RecordRow({ ref, index, row, columns, store, entity }: Props) {
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const words = useWords();
  const front = entity.title_fields[0];
  const titleName = titleFieldOf(entity, row);
  const titleField = entity.fields.find((field) => field.name === titleName);
  const place = recordPath(store, entity.name, idOf(row));

  function open(event: MouseEvent): void {
    const onControl = event.target instanceof Element && event.target.closest("a, button");
    const selecting = window.getSelection()?.toString() !== "";
    if (!onControl && !selecting) void navigate({ to: place });
  }

  const onCard = new Set(briefFields(entity, columns, row));
  return (
    <tr ref={ref} data-index={index} className={styles.row} onClick={open}>
      {columns.map((field) => (
        <td
          key={field.name}
          data-label={labelIn(field.label, i18n.language)}
          data-amount={isAmount(field)}
          data-title={field.name === front}
          data-off-card={field.name !== front && !onCard.has(field)}
        >
          {field.name === front ? (
            <Link to={place} className={styles.title}>
              {titleField ? <FieldValue value={row[titleField.name]} field={titleField} store={store} row={row} plain /> : words.unnamed}
            </Link>
          ) : (
            <FieldValue value={row[field.name]} field={field} store={store} row={row} />
          )}
        </td>
      ))}
    </tr>
  );
}
