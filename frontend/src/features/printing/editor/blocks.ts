import type { Block, Layout } from "../api";

export type Kind = Block["kind"];

export const kinds: Kind[] = ["heading", "text", "facts", "rows", "line", "space", "signatures", "break"];

const fresh: { [Name in Kind]: Omit<Extract<Block, { kind: Name }>, "id"> } = {
  heading: { kind: "heading", text: "", level: 1, align: "left" },
  text: { kind: "text", text: "", size: "normal", align: "left", bold: false },
  facts: { kind: "facts", fields: [], columns: 2, filled: false },
  rows: { kind: "rows", source: "", fields: [], total: false, sums: [], by: "" },
  line: { kind: "line" },
  space: { kind: "space", size: 8 },
  signatures: { kind: "signatures", names: [] },
  break: { kind: "break" },
};

export function newBlock(kind: Kind): Block {
  return { ...fresh[kind], id: newId() } as Block;
}

export function put(layout: Layout, block: Block): Layout {
  return { ...layout, blocks: layout.blocks.map((one) => (one.id === block.id ? block : one)) };
}

export function add(layout: Layout, block: Block, behind: string | null): Layout {
  const at = layout.blocks.findIndex(({ id }) => id === behind);
  return { ...layout, blocks: layout.blocks.toSpliced(at < 0 ? layout.blocks.length : at + 1, 0, block) };
}

export function remove(layout: Layout, id: string): Layout {
  return { ...layout, blocks: layout.blocks.filter((one) => one.id !== id) };
}

export function move(layout: Layout, id: string, by: -1 | 1): Layout {
  const at = layout.blocks.findIndex((one) => one.id === id);
  const [one, other] = [layout.blocks[at], layout.blocks[at + by]];
  if (!one || !other) return layout;
  return { ...layout, blocks: layout.blocks.with(at, other).with(at + by, one) };
}

export function duplicate(layout: Layout, id: string): Layout {
  const block = layout.blocks.find((one) => one.id === id);
  return block ? add(layout, { ...block, id: newId() }, id) : layout;
}

function newId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
