import { useTranslation } from "react-i18next";
import type { FormDifferenceOut } from "@/api/types.gen";
import { labelIn } from "@/i18n/labelIn";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import { fieldOf, useDesigner } from "./useDesigner";

type Difference = FormDifferenceOut;

/** What differs, a sentence each. */
export function Differences({ changes }: { changes: Difference[] }) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const { entity } = useDesigner();
  if (changes.length === 0) return <p className={styles.soft}>{t("diff.none")}</p>;
  function nameOf({ what, field, label }: Difference): string {
    const known = field ? fieldOf(entity, field) : undefined;
    return t(`diff.${what}`, { name: labelIn(label, i18n.language) || (known ? labelIn(known.label, i18n.language) : field) });
  }
  function saidOf(change: Difference): string {
    const name = nameOf(change);
    if (change.kind !== "changed") return t(`diff.${change.kind}`, { name });
    const own = change.what === "rows" && change.member === "columns" ? "columnsOfRows" : change.member;
    const member = t(`diff.member.${own as "label"}`);
    if (typeof change.after === "boolean") return t(change.after ? "diff.on" : "diff.off", { name, member });
    if (change.before === null) return t("diff.set", { name, member });
    if (change.after === null) return t("diff.cleared", { name, member });
    return t("diff.changed", { name, member });
  }
  return (
    <ul className={styles.list}>
      {changes.slice(0, 100).map((change) => (
        <li key={`${change.kind} ${change.what} ${change.part} ${change.member}`}>{saidOf(change)}</li>
      ))}
      {changes.length > 100 && <li className={styles.soft}>{t("diff.more", { count: changes.length - 100 })}</li>}
    </ul>
  );
}
