import { LockOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import type { PolicyFieldOut, PolicyShape } from "@/api/types.gen";
import styles from "./grid.module.css";
import { cutBy, reachable, rightOn, rights } from "./policy";
import type { RightName } from "./policy";
import { RightBadge } from "./RightBadge";
import { usePolicyWords } from "./useWords";

/** One policy beside the others: a role's, or a ceiling. */
export type Column = {
  key: string;
  name: string;
  locked: boolean;
  changed: boolean;
  policy: PolicyShape;
  ceiling: PolicyShape | null;
};

const page = 80;
const nothing = { right: "hidden", own: null } as const;

/** Fields down, roles across. Arrows walk the cells, 1 to 4 set the right of the one in focus. */
export function FieldGrid(props: {
  entity: string;
  fields: PolicyFieldOut[];
  columns: Column[];
  chosen: Set<string>;
  onChoose: (names: Set<string>) => void;
  onCell: (field: PolicyFieldOut, column: Column) => void;
  onHead: (column: Column) => void;
  onSet: (field: PolicyFieldOut, column: Column, right: RightName) => void;
}) {
  const { fields, columns, chosen } = props;
  const words = usePolicyWords();
  const { t } = words;
  const [room, setRoom] = useState(page);
  const shown = fields.slice(0, room);
  const all = fields.length > 0 && fields.every(({ name }) => chosen.has(name));

  function toggle(name: string): void {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    props.onChoose(next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
    const [row, at] = ((event.target as HTMLElement).dataset.at ?? "").split(":").map(Number);
    if (row === undefined || at === undefined || Number.isNaN(row)) return;
    const field = shown[row];
    const column = columns[at];
    const right = rights[Number(event.key) - 1];
    if (right && field && column && !column.locked) return props.onSet(field, column, right);
    const steps: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-at="${row + step[0]}:${at + step[1]}"]`)?.focus();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t("grid.label")}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the cells inside */}
      <table className={styles.grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <Checkbox
                checked={all}
                indeterminate={!all && chosen.size > 0}
                onChange={() => props.onChoose(all ? new Set() : new Set(fields.map(({ name }) => name)))}
              >
                {t("grid.field")}
              </Checkbox>
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                <button type="button" className={styles.head} onClick={() => props.onHead(column)}>
                  {column.locked && <LockOutlined aria-label={t("grid.locked")} />}
                  {column.name}
                  {column.changed && <span className={styles.dot} title={t("grid.changed")} />}
                </button>
                <button
                  type="button"
                  className={styles.scope}
                  aria-label={t("grid.scopeOf", { role: column.name })}
                  onClick={() => props.onHead(column)}
                >
                  <span>{words.reach(column.policy.rows, props.entity)}</span>
                  {column.policy.rows.reach !== "none" && <span>{words.actionsText(column.policy)}</span>}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((field, row) => (
            <tr key={field.name} data-chosen={chosen.has(field.name)}>
              <th scope="row">
                <Checkbox checked={chosen.has(field.name)} onChange={() => toggle(field.name)}>
                  {words.label(field.label)}
                </Checkbox>
                <span className={styles.marks}>
                  {field.sensitivity && words.say(`sensitivity.${field.sensitivity}`)}
                  {field.origin !== "product" && ` ${words.say(`origin.${field.origin}`)}`}
                </span>
              </th>
              {columns.map((column, at) => {
                const closed = column.policy.rows.reach === "none";
                const said = closed ? nothing : reachable(field, rightOn(column.policy, field));
                const cut = cutBy(column.ceiling, field, said);
                return (
                  <td key={column.key}>
                    <button
                      type="button"
                      className={styles.cell}
                      data-at={`${row}:${at}`}
                      aria-label={t("grid.cell", {
                        role: column.name,
                        field: words.label(field.label),
                        right: words.rightText(cut ?? said),
                      })}
                      onClick={() => props.onCell(field, column)}
                    >
                      <RightBadge said={said} cut={cut} />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {fields.length === 0 && <p className={styles.none}>{t("grid.none")}</p>}
      {fields.length > room && (
        <p className={styles.none}>
          <Button onClick={() => setRoom(room + 2 * page)}>{t("grid.more", { count: fields.length - room })}</Button>
        </p>
      )}
    </div>
  );
}
