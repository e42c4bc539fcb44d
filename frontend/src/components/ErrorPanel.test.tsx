import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { apiErrorOf } from "@/http/ApiError";
import { switchLanguage } from "@/i18n/i18n";
import { ErrorPanel } from "./ErrorPanel";

beforeEach(() => switchLanguage("en"));
afterEach(() => {
  cleanup();
  switchLanguage("zh-CN");
});

test("a fault of the server offers to try again and gives the number to quote", () => {
  render(<ErrorPanel error={apiErrorOf(500, null, "r-9")} onRetry={() => {}} />);
  expect(screen.getByRole("alert").textContent).toContain("quote r-9");
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
});

test("a refusal says why and offers no second try", () => {
  render(<ErrorPanel error={apiErrorOf(404, { error: { code: "unknown_record" } }, "r-9")} onRetry={() => {}} />);
  expect(screen.getByRole("alert").textContent).toContain("does not exist in this store");
  expect(screen.queryByRole("button")).toBeNull();
});

test("a refusal offers the way on that it is given", () => {
  const error = apiErrorOf(404, { error: { code: "unknown_record" } }, null);
  render(<ErrorPanel error={error} actions={<a href="/s/north/orders">Back to the list</a>} />);
  expect(screen.getByRole("link", { name: "Back to the list" })).toBeDefined();
});
