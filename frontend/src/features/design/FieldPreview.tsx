import { useState } from "react";
import { canBeWritten, FieldInput } from "@/features/fields/FieldInput";
import styles from "./design.module.css";
import type { FieldDraft } from "./draft";
import { previewOf } from "./previewOf";
import { useDesignTexts } from "./texts";

/** The very control that people will fill in; what is typed here is kept nowhere. */
export function FieldPreview({ store, draft }: { store: string; draft: FieldDraft }) {
  const t = useDesignTexts();
  const [value, setValue] = useState<unknown>(null);
  const field = previewOf(draft, t("preview.nameless"));
  return (
    <section className={styles.preview} aria-label={t("preview.title")}>
      <span className={styles.soft}>{t("preview.title")}</span>
      {canBeWritten(field) ? (
        <FieldInput field={field} store={store} value={value} onChange={setValue} />
      ) : (
        <span>{t("preview.computed")}</span>
      )}
    </section>
  );
}
