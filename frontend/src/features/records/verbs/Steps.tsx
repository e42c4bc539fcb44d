import { CheckOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "../api/entities";
import type { Row } from "../api/list";
import styles from "./verbs.module.css";
import { steps } from "./verb";

/** On phones the strip is wider than the screen. */
function intoSight(step: HTMLLIElement | null): void {
  step?.scrollIntoView({ inline: "center", block: "nearest" });
}

/** How far the record is. */
export function Steps({ entity, record }: { entity: Entity; record: Row }) {
  const { i18n } = useTranslation();
  const field = entity.fields.find(({ name }) => name === entity.state);
  // Of one step nothing is to be told that the facts don't say.
  if (!field || entity.way.length < 2) return null;
  const named = new Map(field.choices.map(({ value, label }) => [value, labelIn(label, i18n.language)]));
  return (
    <ol className={styles.steps} aria-label={labelIn(field.label, i18n.language)}>
      {steps(entity, record[field.name]).map(({ value, is }) => (
        <li key={value} ref={is === "now" ? intoSight : undefined} className={styles[is]} aria-current={is === "now" ? "step" : undefined}>
          {is === "done" && <CheckOutlined aria-hidden />}
          {named.get(value)}
        </li>
      ))}
    </ol>
  );
}
