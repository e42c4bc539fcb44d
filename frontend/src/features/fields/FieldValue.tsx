import type { ComponentType } from "react";
import styles from "./displays/displays.module.css";
import { answeringKind } from "./field";
import type { Field } from "./field";
import { useWords } from "./useWords";
import { isBlank, valueText } from "./valueText";
import type { DisplayProps } from "./widget";
import { widgets } from "./widgets";

type Props = {
  value: unknown;
  field: Field;
  store: string;
  /** The record that the value is of. */
  row: Record<string, unknown>;
  /** Inside a link already: no link of its own. */
  plain?: boolean;
  /** On the record's own page, where there is room for all of it. */
  whole?: boolean;
};

/** A field's value in a list or on a record's page. */
export function FieldValue({ plain = false, whole = false, ...props }: Props) {
  const words = useWords();
  if (isBlank(props.value)) return <span className={styles.none}>{words.none}</span>;
  const Display: ComponentType<DisplayProps> = widgets[answeringKind(props.field)].Display;
  return <Display {...props} plain={plain} whole={whole} text={valueText(props.value, props.field, words)} />;
}
