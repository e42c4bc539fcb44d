import { Link, useNavigate } from "@tanstack/react-router";
import { Fragment } from "react";
import type { MouseEvent, Ref } from "react";
import { useTranslation } from "react-i18next";
import { FieldValue } from "@/features/fields/FieldValue";
import type { Tag } from "@/features/tags/api";
import { TagsCell } from "@/features/tags/TagsCell";
import { useWords } from "@/features/fields/useWords";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "./api/entities";
import { idOf } from "./api/list";
import type { Row } from "./api/list";
import { briefFields } from "./briefFields";
import type { Selection } from "./bulk/useSelection";
import { isEditableCell } from "./inline/editable";
import type { Cells } from "./inline/useCells";
import type { Mark } from "./marks/colorRules";
import { MarkSign } from "./marks/MarkSign";
import { recordPath } from "./paths";
import { RecordCell } from "./RecordCell";
import { recordTitle, titleFieldOf } from "./recordTitle";
import styles from "./recordTable.module.css";
import { useRecordsTexts } from "./texts";

type Props = {
  ref: Ref<HTMLTableRowElement>;
  index: number;
  row: Row;
  columns: Field[];
  tags: ((id: string) => Tag[]) | null;
  store: string;
  entity: Entity;
  /** Null where rows can't be chosen, or cells not be written in place. */
  selection: Selection | null;
  cells: Cells | null;
  mark: Mark | undefined;
};

/** One record. The title is the link; a click anywhere in the row that is not written in place opens it too. */
export function RecordRow({ ref, index, row, columns, tags, store, entity, selection, cells, mark }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const words = useWords();
  const id = idOf(row);
  const front = entity.title_fields[0];
  const titleName = titleFieldOf(entity, row);
  const titleField = entity.fields.find((field) => field.name === titleName);
  const place = recordPath(store, entity.name, id);

  function open(event: MouseEvent): void {
    // A popup of an editor is a child here, but lies elsewhere in the page.
    const outside = event.target instanceof Node && !event.currentTarget.contains(event.target);
    const onControl = event.target instanceof Element && event.target.closest("a, button, label, input, [data-cell]");
    const selecting = window.getSelection()?.toString() !== "";
    if (!onControl && !outside && !selecting) void navigate({ to: place });
  }

  const onCard = new Set(briefFields(entity, columns, row));
  const entrance = index === 0 ? columns.find((field) => field.name !== front && isEditableCell(field, row)) : undefined;
  return (
    <tr ref={ref} data-index={index} data-chosen={selection?.has(id)} data-tone={mark?.row?.tone} className={styles.row} onClick={open}>
      {selection && (
        <td className={styles.choice}>
          {/* Fifty of the framework's own would take longer than the rest of the list. */}
          <input
            type="checkbox"
            aria-label={t("bulk.chooseOne", { title: recordTitle(entity, row, words) })}
            checked={selection.has(id)}
            onChange={() => selection.toggle(id)}
          />
        </td>
      )}
      {columns.map((field) =>
        field.name === front ? (
          <Fragment key={field.name}>
            <td data-label={labelIn(field.label, i18n.language)} data-title data-tone={mark?.cells.get(field.name)?.tone}>
              <MarkSign rule={mark?.row} />
              <MarkSign rule={mark?.cells.get(field.name)} />
              <Link to={place} className={styles.title}>
                {titleField ? <FieldValue value={row[titleField.name]} field={titleField} store={store} row={row} plain /> : words.unnamed}
              </Link>
            </td>
            {tags && <TagsCell tags={tags(id)} />}
          </Fragment>
        ) : (
          <RecordCell
            key={field.name}
            store={store}
            entity={entity}
            row={row}
            field={field}
            cells={cells}
            offCard={!onCard.has(field)}
            entrance={field === entrance}
            rule={mark?.cells.get(field.name)}
          />
        ),
      )}
    </tr>
  );
}
