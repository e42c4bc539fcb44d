import { WarningOutlined } from "@ant-design/icons";
import { Checkbox, Select } from "antd";
import { useId } from "react";
import { readRecordImport } from "@/api/sdk.gen";
import type { RecordImportOut, WishIn } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Panel } from "@/components/Panel";
import { inStore } from "@/http/inStore";
import { ScrollRegion } from "../frame/ScrollRegion";
import { useImportsTexts } from "../texts";
import styles from "./store.module.css";
import { useImportStep } from "./useStoreImport";

const shownRows = 12;

/** How the file was read: which sheet, which row names the columns, what was hidden or merged. It can be read otherwise. */
export function TablePanel({ store, job }: { store: string; job: RecordImportOut }) {
  const t = useImportsTexts();
  const ids = { sheet: useId(), row: useId() };
  const reading = useImportStep(store, job.id, (wish: WishIn) =>
    readRecordImport({ path: { job_id: job.id }, body: wish, headers: inStore(store) }),
  );
  const { table } = job;
  if (!table) return null;
  const wish = { ...job.wish, sheet: table.sheet, header_row: table.header_row };
  const rows = (table.head as [number, string[]][]).filter(([, cells]) => cells.some((cell) => cell.trim() !== ""));
  const warnings = [
    table.hidden_rows > 0 && t(job.wish.hidden ? "store.table.hiddenRows" : "store.table.hiddenRowsOut", { count: table.hidden_rows }),
    table.hidden_columns.length > 0 &&
      t(job.wish.hidden ? "store.table.hiddenColumns" : "store.table.hiddenColumnsOut", { names: table.hidden_columns.join(t("comma")) }),
    table.merged > 0 && t(job.wish.fill ? "store.table.filled" : "store.table.notFilled", { count: table.merged }),
    table.macros && t("store.table.macros"),
    table.outside && t("store.table.outside"),
    ...table.renamed.map(([before = "", after = ""]) => t("store.table.renamed", { before, after })),
  ].filter((warning) => warning !== false);

  return (
    <Panel title={t("store.table.title")}>
      <div className={styles.form}>
        {table.sheets.length > 1 && (
          <div className={styles.choice}>
            <span id={ids.sheet}>{t("store.table.sheet")}</span>
            <div>
              <Select
                className={styles.wide}
                aria-labelledby={ids.sheet}
                value={table.sheet}
                loading={reading.isPending}
                onChange={(sheet: string) => reading.mutate({ ...wish, sheet, header_row: 0 })}
                options={table.sheets.map(({ name, hidden }) => ({
                  value: name,
                  label: hidden ? t("store.table.hiddenSheet", { name }) : name,
                }))}
              />
            </div>
          </div>
        )}
        <div className={styles.choice}>
          <span id={ids.row}>{t("store.table.headerRow")}</span>
          <div>
            <Select
              className={styles.wide}
              aria-labelledby={ids.row}
              value={table.header_row}
              loading={reading.isPending}
              onChange={(header_row: number) => reading.mutate({ ...wish, header_row })}
              options={rows.map(([number, cells]) => ({
                value: number,
                label: t("store.table.row", { number, cells: cells.filter(Boolean).slice(0, 4).join(t("comma")) }),
              }))}
            />
          </div>
        </div>
        {(table.hidden_rows > 0 || table.hidden_columns.length > 0) && (
          <Checkbox checked={job.wish.hidden ?? true} onChange={(event) => reading.mutate({ ...wish, hidden: event.target.checked })}>
            {t("store.table.takeHidden")}
          </Checkbox>
        )}
        {table.merged > 0 && (
          <Checkbox checked={job.wish.fill ?? true} onChange={(event) => reading.mutate({ ...wish, fill: event.target.checked })}>
            {t("store.table.fill")}
          </Checkbox>
        )}
        {warnings.length > 0 && (
          <ul className={styles.warnings}>
            {warnings.map((warning) => (
              <li key={warning}>
                <WarningOutlined aria-hidden />
                <span>{warning}</span>
              </li>
            ))}
          </ul>
        )}
        <FormError error={reading.error} />
        <details className={styles.meanings}>
          <summary>{t("store.table.look")}</summary>
          <ScrollRegion label={t("store.table.look")}>
            <table className={styles.headRows}>
              <tbody>
                {rows.slice(0, shownRows).map(([number, cells]) => (
                  <tr key={number} data-header={number === table.header_row}>
                    <th scope="row">{number}</th>
                    {cells.map((cell, index) => (
                      // oxlint-disable-next-line react/no-array-index-key
                      <td key={index}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </details>
      </div>
    </Panel>
  );
}
