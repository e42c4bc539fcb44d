import type { ComponentType, LazyExoticComponent } from "react";
import type { Field } from "./field";

export type DisplayProps = {
  field: Field;
  value: unknown;
  /** The value in words. */
  text: string;
  store: string;
  /** The record that the value is of. */
  row: Record<string, unknown>;
  /** Inside a link already: no link of its own. */
  plain: boolean;
  /** On the record's own page, where there is room for all of it; else one line. */
  whole: boolean;
};

export type EditorProps = {
  id: string;
  field: Field;
  store: string;
  value: unknown;
  /** Read out where no label element stands beside the control. */
  label: string;
  invalid: boolean;
  describedBy: string | undefined;
  onChange: (value: unknown) => void;
  /** The person has left the control. */
  onLeave: () => void;
};

export type Editor = ComponentType<EditorProps> | LazyExoticComponent<ComponentType<EditorProps>>;

/** How a kind of field is shown and written; `Editor` is null where people can't write it. */
export type Widget = { Display: ComponentType<DisplayProps>; Editor: Editor | null };
