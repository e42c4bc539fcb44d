import { expect, it } from "vitest";
import type { Layout } from "../api";
import { add, duplicate, kinds, move, newBlock, put, remove } from "./blocks";

const empty: Layout = { paper: { kind: "a4", landscape: false, width: 60, height: 40 }, header: "", footer: "", blocks: [] };
const [one, two, three] = [newBlock("heading"), newBlock("text"), newBlock("line")] as const;
const layout = { ...empty, blocks: [one, two, three] };
const ids = ({ blocks }: Layout) => blocks.map(({ id }) => id);

it("puts a block behind the chosen one, else at the end", () => {
  const more = newBlock("space");
  expect(ids(add(layout, more, one.id))).toEqual([one.id, more.id, two.id, three.id]);
  expect(ids(add(layout, more, null)).at(-1)).toBe(more.id);
});

it("moves a block by one and not beyond the ends", () => {
  expect(ids(move(layout, two.id, -1))).toEqual([two.id, one.id, three.id]);
  expect(move(layout, one.id, -1)).toBe(layout);
});

it("changes and takes away one block alone", () => {
  expect(put(layout, { ...two, kind: "text", text: "好", size: "large", align: "left", bold: true }).blocks[1]).toMatchObject({ text: "好" });
  expect(ids(remove(layout, two.id))).toEqual([one.id, three.id]);
});

it("gives a copy an id of its own", () => {
  const copied = duplicate(layout, one.id);
  expect(copied.blocks[1]).toMatchObject({ kind: "heading" });
  expect(new Set(ids(copied)).size).toBe(4);
});

it("makes a block of every kind", () => {
  expect(kinds.map((kind) => newBlock(kind).kind)).toEqual(kinds);
});
