import { lazy, Suspense } from "react";
import type { DisplayProps } from "../widget";
import styles from "./displays.module.css";

const Markdown = lazy(() => import("./Markdown"));

/** Formatted on the record's page; in a list its plain words in one line. */
export function RichText({ text, whole }: DisplayProps) {
  if (!whole) return <span className={styles.cut}>{text.replace(/[#*_>`]+/g, "")}</span>;
  return (
    <Suspense fallback={<span className={styles.lines}>{text}</span>}>
      <Markdown text={text} />
    </Suspense>
  );
}
