import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { switchLanguage } from "@/i18n/i18n";
import { aField } from "@/testing/aField";
import "./editors/LinesEditor";
import "./editors/PlateEditor";
import "./editors/VinEditor";
import "./editors/timeEditors";
import "./editors/WordEditor";
import type { Field } from "./field";
import { FieldInput } from "./FieldInput";

beforeEach(() => switchLanguage("en"));
afterEach(() => {
  cleanup();
  switchLanguage("zh-CN");
});

const onChange = vi.fn<(value: unknown) => void>();
const kept = () => onChange.mock.lastCall?.[0];

function Form({ field, value: first, ...props }: { field: Field; value: unknown; sent?: boolean; refused?: string }) {
  const [value, setValue] = useState(first);
  function change(next: unknown): void {
    onChange(next);
    setValue(next);
  }
  return <FieldInput field={field} store="north" value={value} onChange={change} {...props} />;
}

async function show(field: Field, value: unknown = null, props: { sent?: boolean; refused?: string } = {}) {
  render(<Form field={field} value={value} {...props} />);
  return screen.findByLabelText(field.type === "plate" ? "x · Rest of the plate" : "x", { selector: "input, textarea" }, { timeout: 4000 });
}

test("nothing is said while the field is written, then what is wrong when it is left", async () => {
  const input = await show(aField("id_card"));
  fireEvent.change(input, { target: { value: "11010519491231002a" } });
  expect(screen.queryByRole("alert")).toBeNull();
  fireEvent.blur(input);
  expect(screen.getByRole("alert").textContent).toContain("17 digits");
  expect(input.getAttribute("aria-invalid")).toBe("true");
  fireEvent.change(input, { target: { value: "11010519491231002x" } });
  expect(screen.queryByRole("alert")).toBeNull();
  expect(kept()).toBe("11010519491231002X");
});

test("what is required is asked for when the form is sent", async () => {
  await show(aField("text", { required: true }), "", { sent: true });
  expect(screen.getByRole("alert").textContent).toBe("Fill this in.");
});

test("passing by an empty field says nothing yet", async () => {
  fireEvent.blur(await show(aField("text", { required: true }), ""));
  expect(screen.queryByRole("alert")).toBeNull();
});

test("what the server said stands below, and the field's help where nothing is wrong", async () => {
  await show(aField("text", { help: { zh: "h", en: "Some help" } }), "a");
  expect(screen.getByText("Some help")).toBeTruthy();
  cleanup();
  await show(aField("text"), "a", { refused: "Taken." });
  expect(screen.getByRole("alert").textContent).toBe("Taken.");
});

test("a wrong check digit of a VIN is a remark, not an error", async () => {
  const input = await show(aField("vin"));
  fireEvent.change(input, { target: { value: "1m8gdm9a1kp042788" } });
  fireEvent.blur(input);
  expect(kept()).toBe("1M8GDM9A1KP042788");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByText(/ninth character/)).toBeTruthy();
});

test("a whole plate may be pasted, and its province goes with the last backspace", async () => {
  const rest = await show(aField("plate"));
  fireEvent.change(rest, { target: { value: "\u6caa a\u00b712345" } });
  expect(kept()).toBe("\u6caaA12345");
  fireEvent.change(rest, { target: { value: "B12345" } });
  expect(kept()).toBe("\u6caaB12345");
  fireEvent.change(rest, { target: { value: "" } });
  fireEvent.keyDown(rest, { key: "Backspace" });
  expect(kept()).toBe("");
});

test("the keys of the phone fit the field", async () => {
  expect((await show(aField("phone"))).getAttribute("inputmode")).toBe("tel");
  cleanup();
  expect((await show(aField("money"))).getAttribute("inputmode")).toBe("decimal");
});

test("a moment is given with the phone's own picker, by the store's clock, and emptied", async () => {
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query.includes("max-width"), addEventListener() {}, removeEventListener() {} }));
  try {
    const input = await show(aField("datetime"), "2026-11-21T06:30:00Z");
    expect(input).toHaveProperty("type", "datetime-local");
    expect(input).toHaveProperty("value", "2026-11-21T14:30");
    fireEvent.change(input, { target: { value: "2026-11-22T09:05" } });
    expect(kept()).toBe("2026-11-22T09:05");
    fireEvent.change(input, { target: { value: "" } });
    expect(kept()).toBeNull();
  } finally {
    vi.unstubAllGlobals();
  }
});

test("what people can't write has no control", () => {
  for (const kind of ["formula", "rollup", "auto_number"] as const) {
    const { container } = render(<Form field={aField(kind)} value={null} />);
    expect(container.textContent).toBe("");
  }
});
