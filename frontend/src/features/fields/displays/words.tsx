import { lazy, Suspense } from "react";
import type { DisplayProps } from "../widget";
import styles from "./displays.module.css";

export function Plain({ text }: DisplayProps) {
  return text;
}

/** Figures, days and numbers that a line break would spoil. */
export function Whole({ text }: DisplayProps) {
  return <span className={styles.whole}>{text}</span>;
}

export function Signs({ text }: DisplayProps) {
  return <span className="cz-mono">{text}</span>;
}

export function Lines({ text, whole }: DisplayProps) {
  return <span className={whole ? styles.lines : styles.cut}>{text}</span>;
}

const PageLink = lazy(async () => ({ default: (await import("./PageLink")).PageLink }));

/** Of one line, or of several where the field is told so; what ends a customer's link, as that link. */
export function TextLines(props: DisplayProps) {
  const { page } = props.field.settings;
  if (page && !props.plain && !props.text.includes("*")) {
    return (
      <Suspense fallback={null}>
        <PageLink path={page + props.text} />
      </Suspense>
    );
  }
  return props.field.settings.multiline ? <Lines {...props} /> : props.text;
}

export function MailLink({ text, plain }: DisplayProps) {
  return plain || !text.includes("@") || text.includes("*") ? text : <a href={`mailto:${text}`}>{text}</a>;
}

export function WebLink({ text, plain }: DisplayProps) {
  if (plain || !/^https?:\/\//i.test(text)) return text;
  return (
    <a href={text} target="_blank" rel="noopener noreferrer nofollow" className={styles.url}>
      {text.replace(/^https?:\/\//i, "").replace(/\/$/, "")}
    </a>
  );
}
