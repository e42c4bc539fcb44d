import { measureElement, useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { Field } from "./api/entities";
import { idOf } from "./api/list";
import type { Row } from "./api/list";

type Shape = { rows: Row[]; columns: Field[]; phone: boolean };

/** Until one row was seen: a line of the table, or a card on a phone with two fields side by side. */
const firstGuess = ({ columns, phone }: Pick<Shape, "columns" | "phone">): number =>
  phone ? 48 + Math.ceil((columns.length - 1) / 2) * 45 : 44;
const spare = 12;

/**
 * The rows in sight of the page's scroller, with the heights in pixels of those before and after.
 * Rows not seen yet are taken to be as high as the first one seen, so that the end of the list stays where it is
 * while one moves to it.
 */
export function useRowsInSight({ rows, columns, phone }: Shape, placeRef: RefObject<HTMLElement | null>) {
  const [offset, setOffset] = useState(0);
  const seenRef = useRef<{ columns: Field[]; phone: boolean; height: number } | null>(null);

  // oxlint-disable-next-line react-hooks/incompatible-library -- rows are read fresh on every scroll
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => document.getElementById("main"),
    estimateSize: () => seenRef.current?.height ?? firstGuess({ columns, phone }),
    measureElement: (row, entry, instance) => {
      const height = measureElement(row, entry, instance);
      if (seenRef.current?.columns !== columns || seenRef.current.phone !== phone) {
        seenRef.current = { columns, phone, height };
      }
      return height;
    },
    getItemKey: (index) => idOf(rows[index] ?? { id: index }),
    overscan: spare,
    scrollMargin: offset,
  });
  useLayoutEffect(() => setOffset(placeRef.current?.offsetTop ?? 0), [placeRef, columns, rows.length]);

  const items = virtual.getVirtualItems();
  return {
    items,
    measure: virtual.measureElement,
    before: (items[0]?.start ?? offset) - offset,
    after: virtual.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset),
  };
}
