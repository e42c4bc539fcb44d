import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ImportOut } from "@/api/types.gen";
import { switchLanguage } from "@/i18n/i18n";
import { Outcome } from "./Outcome";

beforeEach(() => switchLanguage("en"));
afterEach(() => {
  cleanup();
  switchLanguage("zh-CN");
});

const part = { created: 4, updated: 1, unchanged: 0, made: true };
const undo = { taken_back: 11, kept: 3, kept_records: [], stores_left: ["North"] };

function jobOf(status: "done" | "undone"): ImportOut {
  const job = { status, error: null, bad: 0, finished_at: null, started_by: null, parts: [part], undo };
  return job as unknown as ImportOut;
}

function factOf(label: string): string | null | undefined {
  return screen.getByText(label).nextElementSibling?.textContent;
}

test("an import says what it brought", () => {
  render(<Outcome job={jobOf("done")} />);
  expect(factOf("New orders")).toBe("4");
  expect(screen.queryByText("Records taken back")).toBeNull();
});

test("an import that was undone says what went and what stayed, and no longer what it brought", () => {
  render(<Outcome job={jobOf("undone")} />);
  expect([factOf("Records taken back"), factOf("Records kept"), factOf("New stores kept")]).toEqual(["11", "3", "1"]);
  expect(screen.queryByText("New orders")).toBeNull();
  expect(screen.getByText("The new stores stay: North.")).toBeDefined();
});
