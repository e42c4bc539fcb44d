import { lookUp } from "@/i18n/defineTexts";
import styles from "./packs.module.css";
import { usePackTexts } from "./texts";

const word = (value: unknown): string => lookUp("packs", `word.${String(value)}`) ?? String(value);

/** A value of a definition, short; what is large can be opened. */
export function ValueText({ value }: { value: unknown }) {
  const t = usePackTexts();
  if (value === null || value === undefined || value === "") return <em>{t("value.none")}</em>;
  if (typeof value === "boolean") return t(value ? "value.yes" : "value.no");
  if (typeof value === "number" || typeof value === "string") return <b>{word(value)}</b>;
  const flat = Object.entries(value).every(([, one]) => typeof one !== "object" || one === null);
  if (flat && !Array.isArray(value)) return <b>{Object.values(value).map(word).join(" ")}</b>;
  return (
    <details>
      <summary>{t("value.whole")}</summary>
      <pre className={styles.code}>{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
