import { useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent, RefObject } from "react";

export type Cell = { id: string; name: string };

export const isCell = (one: Cell | null, other: Cell): boolean => one?.id === other.id && one.name === other.name;

const steps: Record<string, [number, number]> = {
  ArrowDown: [1, 0],
  j: [1, 0],
  ArrowUp: [-1, 0],
  k: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Which cell is being written, and the keys of the table: arrows and j/k go from cell to cell, Enter and e write. */
export function useCells(tableRef: RefObject<HTMLTableElement | null>) {
  const [editing, setEditing] = useState<Cell | null>(null);
  const [saved, setSaved] = useState<Cell | null>(null);
  const leftRef = useRef<Cell | null>(null);

  function onKeyDown(event: KeyboardEvent<HTMLTableCellElement>, own: Cell): void {
    const cell = event.currentTarget;
    if (event.target !== cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (event.key === "Enter" || event.key === "e" || event.key === "F2") {
      event.preventDefault();
      setEditing(own);
    } else if (step) {
      event.preventDefault();
      neighbour(cell, step)?.focus();
    }
  }

  function close(written: Cell | null): void {
    leftRef.current = editing;
    setEditing(null);
    if (written) setSaved(written);
  }

  // Only once the editor has gone is the cursor lost; then it goes to the cell, unless somebody has taken it elsewhere.
  useLayoutEffect(() => {
    const left = leftRef.current;
    if (editing || !left) return;
    leftRef.current = null;
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (lost) tableRef.current?.querySelector<HTMLElement>(`td[data-id="${left.id}"][data-name="${left.name}"]`)?.focus();
  }, [editing, tableRef]);

  return { editing, saved, edit: setEditing, close, onKeyDown };
}

export type Cells = ReturnType<typeof useCells>;

/** The next cell that can be written, in the row or the column. */
function neighbour(cell: HTMLTableCellElement, [down, right]: [number, number]): HTMLElement | null {
  const row = cell.parentElement;
  if (right !== 0 || !row) {
    const cells = [...(row?.querySelectorAll<HTMLElement>("td[data-cell]") ?? [])];
    return cells[cells.indexOf(cell) + right] ?? null;
  }
  const other = down > 0 ? row.nextElementSibling : row.previousElementSibling;
  return other?.querySelector<HTMLElement>(`td[data-name="${cell.dataset.name}"][data-cell]`) ?? null;
}
