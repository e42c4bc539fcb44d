import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FileValue } from "@/features/fields/shapes";
import { apiFetch } from "@/http/apiFetch";
import { saveFile } from "@/http/saveFile";
import { i18n } from "@/i18n/i18n";
import { Viewer } from "./Viewer";

vi.mock("@/http/apiFetch", () => ({ apiFetch: vi.fn<typeof apiFetch>() }));
vi.mock("@/http/saveFile", () => ({ saveFile: vi.fn<typeof saveFile>() }));
vi.mock("@/components/errorNotice", () => ({ useErrorNotice: () => refuse }));
// The frame around it is antd's own.
vi.mock("@/components/Sheet", () => ({
  Sheet: ({ open, title, children }: { open: boolean; title: string; children: ReactNode }) => (open ? <section aria-label={title}>{children}</section> : null),
}));

const refuse = vi.fn<(error: unknown) => void>();
const files: FileValue[] = [
  { id: "1", name: "合同.pdf", size: 9, kind: "application/pdf" },
  { id: "2", name: "表.xlsx", size: 9, kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
];

beforeEach(async () => {
  await i18n.changeLanguage("en");
  vi.mocked(apiFetch).mockReset().mockResolvedValue(new Response("%PDF-1.7"));
  vi.mocked(saveFile).mockReset().mockResolvedValue(new Headers());
  refuse.mockReset();
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:here", revokeObjectURL: () => {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(at: number | null) {
  const onTurn = vi.fn<(at: number | null) => void>();
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Viewer store="north" files={files} at={at} onTurn={onTurn} />
    </QueryClientProvider>,
  );
  return onTurn;
}

test("a PDF is shown from bytes that were fetched as the person, not from an address", async () => {
  show(0);
  await waitFor(() => expect(screen.getByTitle("合同.pdf").getAttribute("src")).toBe("blob:here"));
  expect(vi.mocked(apiFetch).mock.calls[0]?.[0]).toBe("/api/store/files/1");
});

test("what can't be shown says so, fetches nothing and can be had", () => {
  show(1);
  expect(screen.getByText(/can't be shown here/)).toBeTruthy();
  expect(apiFetch).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: /Download/ }));
  expect(saveFile).toHaveBeenCalledWith("north", "/api/store/files/2?download=true", "表.xlsx");
});

test("bytes that are gone are said to be", async () => {
  vi.mocked(apiFetch).mockRejectedValue(new Error("410"));
  show(0);
  await waitFor(() => expect(screen.getByText("Can't be shown")).toBeTruthy());
});

test("its neighbours are a key away, round and round", () => {
  const onTurn = show(1);
  fireEvent.keyDown(screen.getByRole("button", { name: "Next" }), { key: "ArrowRight" });
  fireEvent.keyDown(screen.getByRole("button", { name: "Next" }), { key: "ArrowLeft" });
  fireEvent.click(screen.getByRole("button", { name: "Previous" }));
  expect(onTurn.mock.calls).toEqual([[0], [0], [0]]);
});

test("nothing is open without a place", () => {
  show(null);
  expect(screen.queryByRole("region")).toBeNull();
});
