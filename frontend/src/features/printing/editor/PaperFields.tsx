import { Checkbox, InputNumber, Segmented } from "antd";
import type { Layout } from "../api";
import { usePrintTexts } from "../texts";
import { PlacedText } from "./PlacedText";
import styles from "./editor.module.css";
import { Problems } from "./Problems";
import { useEditor } from "./useEditor";

/** The paper, and what stands on every page. */
export function PaperFields() {
  const t = usePrintTexts();
  const { layout, change } = useEditor();
  const { paper } = layout;
  const set = (part: Partial<Layout["paper"]>) => change({ ...layout, paper: { ...paper, ...part } });
  const plain = paper.kind === "a4" || paper.kind === "a5";
  return (
    <section className={styles.paper} aria-label={t("paper.title")}>
      <div className={styles.line}>
        <Segmented
          aria-label={t("paper.title")}
          value={paper.kind}
          onChange={(kind) => set({ kind })}
          options={(["a4", "a5", "receipt", "label"] as const).map((kind) => ({ value: kind, label: t(`paper.${kind}`) }))}
        />
        {plain && (
          <Checkbox checked={paper.landscape} onChange={({ target }) => set({ landscape: target.checked })}>
            {t("paper.landscape")}
          </Checkbox>
        )}
        {paper.kind === "label" && (
          <span className={styles.line}>
            <InputNumber size="small" min={20} max={210} aria-label={t("paper.width")} value={paper.width} onChange={(width) => set({ width: width ?? 60 })} />×
            <InputNumber size="small" min={15} max={297} aria-label={t("paper.height")} value={paper.height} onChange={(height) => set({ height: height ?? 40 })} />
            {t("millimetres")}
          </span>
        )}
      </div>
      {plain && (
        <>
          <label className={styles.held}>
            {t("header")}
            <PlacedText label={t("header")} value={layout.header} limit={300} onChange={(header) => change({ ...layout, header }, "header")} />
          </label>
          <Problems of="header" />
          <label className={styles.held}>
            {t("footer")}
            <PlacedText label={t("footer")} value={layout.footer} limit={300} onChange={(footer) => change({ ...layout, footer }, "footer")} />
          </label>
          <Problems of="footer" />
        </>
      )}
    </section>
  );
}
