import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DayPicker } from "./DayPicker";

class SeesNothing {
  observe() {}
  unobserve() {}
  disconnect() {}
}

// The picker measures itself; jsdom has no layout to measure.
beforeEach(() => vi.stubGlobal("ResizeObserver", SeesNothing));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function typed(text: string) {
  const onChange = vi.fn<(day: string) => void>();
  render(<DayPicker label="day" value="2026-01-01" onChange={onChange} />);
  fireEvent.input(screen.getByLabelText("day"), { target: { value: text } });
  return onChange;
}

test("a day that is typed counts before the field is left", () => {
  expect(typed("2026-02-03")).toHaveBeenCalledWith("2026-02-03");
});

test.each(["2026-02", "2026-02-31", ""])("%j is no day and changes nothing", (text) => {
  expect(typed(text)).not.toHaveBeenCalled();
});
