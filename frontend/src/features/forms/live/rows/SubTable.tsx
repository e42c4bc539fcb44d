import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { deleteRecords } from "@/api/sdk.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { FieldValue } from "@/features/fields/FieldValue";
import { useWords } from "@/features/fields/useWords";
import type { Entity } from "@/features/records/api/entities";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import { readAnew } from "@/features/records/api/save";
import { useOfferUndo } from "@/features/records/bulk/useOfferUndo";
import { fieldsToRead } from "@/features/records/columns";
import { CellEditor } from "@/features/records/inline/CellEditor";
import { isEditableCell } from "@/features/records/inline/editable";
import { isCell, useCells } from "@/features/records/inline/useCells";
import { groupRowsQuery, narrowed } from "@/features/records/layouts/api";
import { recordPath } from "@/features/records/paths";
import { recordTitle } from "@/features/records/recordTitle";
import { useEntity } from "@/features/records/useEntity";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { useFormsTexts } from "../../texts";
import type { RowsPart } from "../FormLayout";
import { NewRow } from "./NewRow";
import styles from "./rows.module.css";

type Props = { store: string; part: RowsPart; /** Null while it is not saved yet. */ record: string | null; /** Looked at only. */ still?: boolean };

/** Records of another kind that belong to the open one: each is saved by itself, by its own rules. */
export function SubTable({ store, part, record, still = false }: Props) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const { entity } = useEntity(store, part.entity);
  if (!entity) return entity === null ? null : <SkeletonRows rows={2} />;
  const label = part.label ? labelIn(part.label, i18n.language) : labelIn(entity.label_plural, i18n.language);
  return (
    <section className={styles.table} aria-label={label}>
      <h3>{label}</h3>
      {record === null ? <p className={styles.soft}>{t("rows.saveFirst")}</p> : <Rows store={store} part={part} entity={entity} record={record} fixed={still || part.read_only} />}
    </section>
  );
}

function Rows({ store, part, entity, record, fixed }: { store: string; part: RowsPart; entity: Entity; record: string; fixed: boolean }) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const offerUndo = useOfferUndo(store);
  const tableRef = useRef<HTMLTableElement>(null);
  const cells = useCells(tableRef);
  const [adding, setAdding] = useState(false);
  const columns = part.columns.flatMap((name) => entity.fields.find((field) => field.name === name) ?? []);
  const filter = narrowed(undefined, { field: part.via, operator: "=", value: record });
  const list = useInfiniteQuery(groupRowsQuery(store, entity.name, fieldsToRead(entity, columns), { filter, sort: "created_at" }));
  const removing = useMutation({
    mutationFn: (row: Row) => deleteRecords({ headers: inStore(store), path: { entity: entity.name }, body: { ids: [idOf(row)] } }),
    onSuccess: async ({ operation_id }, row) => {
      await readAnew(client, store);
      offerUndo({ operation: operation_id, text: t("rows.removed", { title: recordTitle(entity, row, words) }) });
    },
    onError: refuse,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const onto = entity.fields.find(({ name }) => name === part.via);
  const mayAdd = !fixed && entity.actions.includes("create") && onto?.right === "write";
  const mayRemove = !fixed && entity.actions.includes("delete");
  if (list.error && !list.data) return <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <SkeletonRows rows={2} />;
  return (
    <>
      {rows.length === 0 && !adding && <p className={styles.soft}>{t(mayAdd ? "rows.noneYet" : "rows.none")}</p>}
      {rows.length > 0 && (
        <div className={styles.frame}>
          <table ref={tableRef} className={styles.grid}>
            <thead>
              <tr>
                {columns.map((field) => (
                  <th key={field.name} scope="col">
                    {labelIn(field.label, i18n.language)}
                  </th>
                ))}
                <th aria-label={t("rows.actions")} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={idOf(row)}>
                  {columns.map((field) => {
                    const cell = { id: idOf(row), name: field.name };
                    const open = !fixed && isEditableCell(field, row);
                    const name = labelIn(field.label, i18n.language);
                    if (open && isCell(cells.editing, cell)) {
                      return (
                        <td key={field.name} data-label={name}>
                          <CellEditor store={store} entity={entity} row={row} field={field} onClose={(saved) => cells.close(saved ? cell : null)} />
                        </td>
                      );
                    }
                    return (
                      <td
                        key={field.name}
                        data-label={name}
                        {...(open
                          ? {
                              tabIndex: 0, "data-cell": true, "data-id": cell.id, "data-name": cell.name, "aria-label": t("rows.edit", { field: name }),
                              onClick: () => cells.edit(cell),
                              onKeyDown: (event: React.KeyboardEvent<HTMLTableCellElement>) => cells.onKeyDown(event, cell),
                            }
                          : {})}
                      >
                        <FieldValue value={row[field.name]} field={field} store={store} row={row} plain={open} />
                      </td>
                    );
                  })}
                  <td className={styles.end}>
                    <Link to={recordPath(store, entity.name, idOf(row))}>{t("rows.open")}</Link>
                    {mayRemove && (
                      <Button
                        type="text"
                        size="small"
                        icon={<DeleteOutlined aria-hidden />}
                        aria-label={t("rows.remove", { title: recordTitle(entity, row, words) })}
                        disabled={removing.isPending}
                        onClick={() => removing.mutate(row)}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <Button type="text" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("rows.more")}
        </Button>
      )}
      {adding && <NewRow store={store} entity={entity} columns={part.columns} begin={{ [part.via]: record }} onClose={() => setAdding(false)} />}
      {mayAdd && !adding && (
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
          {t("rows.add")}
        </Button>
      )}
    </>
  );
}
