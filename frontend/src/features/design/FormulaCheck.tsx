import { CheckCircleFilled } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { FormError } from "@/components/FormError";
import { FieldValue } from "@/features/fields/FieldValue";
import type { Field, FieldKind } from "@/features/fields/field";
import { formulaQuery } from "./api/formula";
import styles from "./design.module.css";
import formulaStyles from "./formula.module.css";
import { useDesignWords } from "./useDesignWords";

const pause = 400;
/** What a formula of each kind may be shown as; the first when nothing else was chosen. */
const shownAs: Record<string, FieldKind[]> = {
  number: ["number", "integer", "money", "percent", "rating"],
  text: ["text"],
  choice: ["text"],
  boolean: ["boolean"],
  date: ["date"],
  datetime: ["datetime", "date"],
};

type Props = {
  store: string;
  entity: string;
  self: string | null;
  formula: string;
  /** The field as it would be shown. */
  field: Field;
  onResult: (result: FieldKind) => void;
};

/** Asks while the formula is written whether it can be saved, and shows what the latest records would have. */
export function FormulaCheck({ store, entity, self, formula, field, onResult }: Props) {
  const { t, say } = useDesignWords();
  const asked = useSettled(formula.trim());
  const check = useQuery(formulaQuery(store, entity, self, asked));
  const kind = check.data?.kind;
  const fitting = kind ? (shownAs[kind] ?? []) : [];
  const result = field.settings.result ?? "number";
  const fits = fitting.includes(result);
  useEffect(() => {
    const first = kind && shownAs[kind]?.[0];
    if (first && !shownAs[kind]?.includes(result)) onResult(first);
    // A result that somebody chooses afterwards stays, and is said not to fit.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [kind]);
  if (!asked) return null;
  if (check.error) return <FormError error={check.error} />;
  if (!check.data || !kind) {
    return (
      <p className={styles.soft} role="status">
        {t("formula.checking")}
      </p>
    );
  }
  const { samples, titles } = check.data;
  return (
    <div role="status" className={formulaStyles.check}>
      <div data-fits={fits}>
        <CheckCircleFilled aria-hidden />{" "}
        {t(fits ? "formula.fits" : "formula.resultDiffers", { kind: say(`formula.kind.${kind}`) })}
      </div>
      {samples.length === 0 && <div className={styles.soft}>{t("formula.noSamples")}</div>}
      {samples.length > 0 && <div className={styles.soft}>{t("formula.samples")}</div>}
      <dl className={formulaStyles.samples}>
        {samples.map((row) => (
          <div key={String(row.id)}>
            <dt>{titleOf(row, titles)}</dt>
            <dd>
              <FieldValue store={store} value={row.x_trial} field={fits ? field : shownBy(field, fitting[0])} row={row} plain />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function titleOf(row: Record<string, unknown>, titles: string[]): string {
  const found = titles.map((name) => row[name]).find((value) => typeof value === "string" && value !== "");
  return typeof found === "string" ? found : String(row.id).slice(0, 8);
}

function shownBy(field: Field, result: FieldKind | undefined): Field {
  return { ...field, settings: { ...field.settings, result: result ?? "text" } };
}

/** The value once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
