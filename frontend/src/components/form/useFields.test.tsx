import { act, renderHook } from "@testing-library/react";
import type { FormEvent } from "react";
import { expect, test, vi } from "vitest";
import { useFields } from "./useFields";

const event = { preventDefault() {} } as FormEvent;

function form(onSubmit = vi.fn<(values: { name: string }) => void>(), refused: { name?: string } = {}) {
  const rules = { name: (text: string) => (text ? null : "missing") };
  const hook = renderHook(() => useFields({ initial: { name: "" }, rules, refused, onSubmit }));
  const type = (text: string) => act(() => hook.result.current.field("name").onChange(text));
  const submit = () => act(() => hook.result.current.form.onSubmit(event));
  const error = () => hook.result.current.field("name").error;
  return { type, submit, error, onSubmit };
}

test("nothing is wrong before the form is sent, then all errors show and nothing is submitted", () => {
  const { submit, error, onSubmit } = form();
  expect(error()).toBeNull();
  submit();
  expect(error()).toBe("missing");
  expect(onSubmit).not.toHaveBeenCalled();
});

test("a right form is submitted with its values", () => {
  const { type, submit, error, onSubmit } = form();
  type("Shen");
  submit();
  expect(onSubmit).toHaveBeenCalledWith({ name: "Shen" });
  expect(error()).toBeNull();
});

test("what the server refused stands until the field changes", () => {
  const { type, submit, error } = form(undefined, { name: "taken" });
  type("Shen");
  expect(error()).toBeNull();
  submit();
  expect(error()).toBe("taken");
  type("Shen Li");
  expect(error()).toBeNull();
});
