import { CheckOutlined, EditOutlined } from "@ant-design/icons";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { FieldValue } from "@/features/fields/FieldValue";
import { useCommonTexts } from "@/components/texts";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "./api/entities";
import { idOf } from "./api/list";
import type { Row } from "./api/list";
import { CellEditor } from "./inline/CellEditor";
import { isEditableCell } from "./inline/editable";
import { isCell } from "./inline/useCells";
import type { Cells } from "./inline/useCells";
import type { ColorRule } from "./layouts/layout";
import { MarkSign } from "./marks/MarkSign";
import inline from "./inline/inline.module.css";

type Props = {
  store: string;
  entity: Entity;
  row: Row;
  field: Field;
  cells: Cells | null;
  offCard: boolean;
  /** The way into the table by the tab key. */
  entrance: boolean;
  /** By what the cell stands out. */
  rule: ColorRule | undefined;
};

export function isAmount(field: Field): boolean {
  return field.type === "money" || field.type === "number";
}

/** One value. Where the person may write it: a double click, Enter or e does so in place. */
export function RecordCell({ store, entity, row, field, cells, offCard, entrance, rule }: Props) {
  const { i18n } = useTranslation();
  const tCommon = useCommonTexts();
  const own = { id: idOf(row), name: field.name };
  const editable = cells !== null && isEditableCell(field, row);
  const editing = editable && isCell(cells.editing, own);
  const common = { "data-label": labelIn(field.label, i18n.language), "data-amount": isAmount(field), "data-off-card": offCard, "data-tone": rule?.tone };
  if (!editable) {
    return (
      <td {...common}>
        <MarkSign rule={rule} />
        <FieldValue value={row[field.name]} field={field} store={store} row={row} />
      </td>
    );
  }
  return (
    <td
      {...common}
      data-cell
      data-id={own.id}
      data-name={own.name}
      data-editing={editing}
      tabIndex={entrance ? 0 : -1}
      onClick={(event: MouseEvent<HTMLElement>) => {
        if (!editing) event.currentTarget.focus();
      }}
      onDoubleClick={() => cells.edit(own)}
      onKeyDown={(event) => cells.onKeyDown(event, own)}
    >
      {editing ? (
        <CellEditor store={store} entity={entity} row={row} field={field} onClose={(saved) => cells.close(saved ? own : null)} />
      ) : (
        <>
          <MarkSign rule={rule} />
          <FieldValue value={row[field.name]} field={field} store={store} row={row} />
          {isCell(cells.saved, own) ? (
            <span role="status" className={inline.tick}>
              <CheckOutlined aria-hidden />
              <span className="cz-hidden">{tCommon("saved")}</span>
            </span>
          ) : (
            <EditOutlined aria-hidden className={inline.pencil ?? ""} />
          )}
        </>
      )}
    </td>
  );
}
