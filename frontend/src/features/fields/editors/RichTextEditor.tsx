import { Segmented } from "antd";
import { lazy, Suspense, useState } from "react";
import { useFieldTexts } from "../texts";
import type { EditorProps } from "../widget";
import styles from "./editors.module.css";
import { LinesEditor } from "./LinesEditor";

const Markdown = lazy(() => import("../displays/Markdown"));

/** Markdown, and how it will look. */
export function RichTextEditor(props: EditorProps) {
  const t = useFieldTexts();
  const [reading, setReading] = useState(false);
  return (
    <div className={styles.stack}>
      <Segmented
        size="small"
        options={[
          { value: false, label: t("rich.write") },
          { value: true, label: t("rich.read") },
        ]}
        value={reading}
        onChange={setReading}
      />
      {reading ? (
        <Suspense fallback={null}>
          <Markdown text={String(props.value ?? "")} />
        </Suspense>
      ) : (
        <>
          <LinesEditor {...props} />
          <span className={styles.hint}>{t("rich.hint")}</span>
        </>
      )}
    </div>
  );
}
