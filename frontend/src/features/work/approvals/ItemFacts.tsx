import { useTranslation } from "react-i18next";
import { KeyFacts } from "@/components/KeyFacts";
import { FieldValue } from "@/features/fields/FieldValue";
import { isBlank } from "@/features/fields/valueText";
import { useEntity } from "@/features/records/useEntity";
import { formatDateTime } from "@/format/date";
import { labelIn } from "@/i18n/labelIn";
import type { Item } from "./api";
import styles from "./approvals.module.css";
import { useApprovalTexts } from "./texts";

type Props = { store: string; item: Item; plain?: boolean; without?: readonly string[] };

const none: readonly string[] = [];

/** What one decides about: the key facts as one may see them, why it came here, and whether it changed since.
 * `without`: what stands beside it anyway. */
export function ItemFacts({ store, item, plain = false, without = none }: Props) {
  const t = useApprovalTexts();
  const { i18n } = useTranslation();
  const { entity } = useEntity(store, item.entity);
  const facts = item.facts;
  if (!entity || !facts) return null;
  const told = Object.keys(facts).flatMap((name) => entity.fields.filter((field) => field.name === name && !without.includes(name) && !isBlank(facts[name])));
  const { because } = item;
  return (
    <div className={styles.facts}>
      {item.changed_at && (
        <p className={styles.changed} role="status">
          {t("changedSince", { when: formatDateTime(item.changed_at) })}
        </p>
      )}
      {because && (because.missed.length > 0 || because.met) && (
        <p className={styles.because}>
          {because.question} {because.missed.length > 0 && t("missed", { what: because.missed.join(t("comma")) })}
          {because.missed.length > 0 && because.met && t("comma")}
          {because.met && t("met", { what: because.met })}
        </p>
      )}
      <KeyFacts columns facts={told.map((field) => ({ key: field.name, label: labelIn(field.label, i18n.language), value: <FieldValue value={facts[field.name]} field={field} store={store} row={facts} plain={plain} /> }))} />
    </div>
  );
}
