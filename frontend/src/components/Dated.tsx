import { createElement, Fragment } from "react";

const date = /(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?)/;
const whole = { style: { whiteSpace: "nowrap" } } as const;

/** A text whose dates never break in two lines. */
export function Dated({ text }: { text: string }) {
  const parts = text.split(date).map((part, index) => (index % 2 === 1 ? createElement("span", whole, part) : part));
  return createElement(Fragment, null, ...parts);
}
