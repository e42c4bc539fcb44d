import { act, cleanup, renderHook } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FileValue } from "@/features/fields/shapes";
import { sendFile } from "./api";
import type { Sending } from "./api";
import { isWaiting } from "./kinds";
import { useUploads } from "./useUploads";

vi.mock("./api", () => ({ sendFile: vi.fn<typeof sendFile>() }));

type Line = { key: string; stop: ReturnType<typeof vi.fn>; tell: (part: number) => void; end: (stored: FileValue) => void; fail: (error: unknown) => void };
let lines: Line[] = [];

beforeEach(() => {
  lines = [];
  vi.mocked(sendFile).mockImplementation(({ key }, tell): Sending => {
    const stop = vi.fn<() => void>();
    const done = new Promise<FileValue>((end, fail) => {
      lines.push({ key, stop, tell, end, fail });
    });
    return { done, stop };
  });
});
afterEach(cleanup);

const kept: FileValue = { id: "1", name: "old.pdf", size: 1, kind: "application/pdf" };
const stored = (name: string): FileValue => ({ id: `stored ${name}`, name, size: 3, kind: "application/pdf" });
const chosen = (name: string) => new File(["abc"], name, { type: "application/pdf" });

function begin() {
  return renderHook(() => {
    const [files, onChange] = useState<FileValue[]>([kept]);
    return { files, ...useUploads({ store: "north", entity: "customer", field: "x_papers", files, onChange }) };
  });
}

test("a file stands in the value while it is on its way, and becomes what the server kept, each in its place", async () => {
  const { result } = begin();
  act(() => result.current.add([chosen("a.pdf"), chosen("b.pdf")]));
  expect(result.current.files.map(({ name }) => name)).toEqual(["old.pdf", "a.pdf", "b.pdf"]);
  expect(result.current.files.map(isWaiting)).toEqual([false, true, true]);
  act(() => lines[0]?.tell(0.4));
  expect(Object.values(result.current.uploads).map(({ part }) => part)).toEqual([0.4, 0]);
  await act(async () => lines[1]?.end(stored("b.pdf")));
  await act(async () => lines[0]?.end(stored("a.pdf")));
  expect(result.current.files).toEqual([kept, stored("a.pdf"), stored("b.pdf")]);
  expect(result.current.uploads).toEqual({});
});

test("one that was refused says why and goes up again under the same key", async () => {
  const { result } = begin();
  act(() => result.current.add([chosen("a.pdf")]));
  const refusal = new Error("storage_full");
  await act(async () => lines[0]?.fail(refusal));
  const id = result.current.files[1]?.id ?? "";
  expect(result.current.uploads[id]?.error).toBe(refusal);
  expect(isWaiting({ id })).toBe(true);
  act(() => result.current.retry(id));
  expect(result.current.uploads[id]?.error).toBeNull();
  expect(lines.map(({ key }) => key)).toEqual([id, id]);
  await act(async () => lines[1]?.end(stored("a.pdf")));
  expect(result.current.files).toEqual([kept, stored("a.pdf")]);
});

test("one that is taken out is stopped, and what the server says of it later changes nothing", async () => {
  const { result } = begin();
  act(() => result.current.add([chosen("a.pdf")]));
  act(() => result.current.remove(result.current.files[1]?.id ?? ""));
  expect(lines[0]?.stop).toHaveBeenCalledOnce();
  await act(async () => lines[0]?.end(stored("a.pdf")));
  expect(result.current.files).toEqual([kept]);
});

test("what was kept before is taken out and put back in its place; whoever leaves stops what is on its way", () => {
  const { result, unmount } = begin();
  act(() => result.current.add([chosen("a.pdf")]));
  act(() => result.current.remove("1"));
  expect(result.current.files.map(({ name }) => name)).toEqual(["a.pdf"]);
  act(() => result.current.putBack(kept, 0));
  expect(result.current.files.map(({ name }) => name)).toEqual(["old.pdf", "a.pdf"]);
  unmount();
  expect(lines[0]?.stop).toHaveBeenCalledOnce();
});
