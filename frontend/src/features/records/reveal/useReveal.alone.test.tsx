import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { revealFields } from "@/api/sdk.gen";
import { ApiError } from "@/http/ApiError";
import { aField } from "@/testing/aField";
import type { Entity } from "../api/entities";
import { useReveal } from "./useReveal";

vi.mock("@/api/sdk.gen", () => ({ revealFields: vi.fn<typeof revealFields>() }));
vi.mock("@/components/errorNotice", () => ({ useErrorNotice: () => refuse }));

const refuse = vi.fn<(error: unknown) => void>();
const asked = vi.mocked(revealFields);
const phone = aField("phone", { name: "phone", sensitivity: "sealed" });
const record = { id: "1", version: 3, phone: "*******5678" };

function Wrapper({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>;
}

function begin(actions: string[], row = record) {
  const entity = { name: "customer", actions } as unknown as Entity;
  return renderHook(() => useReveal("north", entity, row), { wrapper: Wrapper }).result;
}

beforeEach(() => {
  asked.mockReset();
  refuse.mockReset();
});
afterEach(cleanup);

test("the reason is given when the server asks for it, then the value is shown and can be hidden again", async () => {
  asked.mockRejectedValueOnce(new ApiError({ status: 422, code: "reason_needed", message: "" }));
  asked.mockResolvedValueOnce({ record: { ...record, phone: "13900005678" } } as never);
  const reveal = begin(["reveal"]);
  act(() => reveal.current.toggle(phone));
  await waitFor(() => expect(reveal.current.asked).toBe(phone));
  expect(reveal.current.valueOf(phone)).toBe("*******5678");
  act(() => void reveal.current.give("回访客户"));
  await waitFor(() => expect(reveal.current.valueOf(phone)).toBe("13900005678"));
  expect(reveal.current.asked).toBeNull();
  expect(asked.mock.calls.map(([{ body }]) => body.reason)).toEqual(["", "回访客户"]);
  act(() => reveal.current.toggle(phone));
  expect(reveal.current.valueOf(phone)).toBe("*******5678");
  expect(asked).toHaveBeenCalledTimes(2);
  expect(refuse).not.toHaveBeenCalled();
});

test("a refusal is told, and nothing is shown", async () => {
  const enough = new ApiError({ status: 429, code: "reveal_limit", message: "" });
  asked.mockRejectedValueOnce(enough);
  const reveal = begin(["reveal"]);
  act(() => reveal.current.toggle(phone));
  await waitFor(() => expect(refuse).toHaveBeenCalledWith(enough));
  expect(reveal.current.asked).toBeNull();
  expect(reveal.current.isShown(phone)).toBe(false);
});

test("it is offered with the action, where the value is masked", () => {
  expect(begin(["reveal"]).current.isOffered(phone)).toBe(true);
  expect(begin(["comment"]).current.isOffered(phone)).toBe(false);
  expect(begin(["reveal"], { ...record, phone: "13900005678" }).current.isOffered(phone)).toBe(false);
});
