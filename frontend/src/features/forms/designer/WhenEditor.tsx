import { Button, Input } from "antd";
import { lazy, Suspense, useState } from "react";
import type { FormWhenOut } from "@/api/types.gen";
import { filterOf } from "@/features/records/filter";
import { sentenceOf } from "@/features/records/filterSentence";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import { useDesigner } from "./useDesigner";
import { useOwnOffered } from "./useOwnOffered";

const FilterSheet = lazy(() => import("@/features/records/builder/FilterSheet"));

type Props = { label: string; value: FormWhenOut | null; onChange: (value: FormWhenOut | null) => void };

/** A condition as the sentence that it makes; changed in the builder that lists are filtered with, or as a formula. */
export function WhenEditor({ label, value, onChange }: Props) {
  const t = useFormsTexts();
  const { store, entity } = useDesigner();
  const [open, setOpen] = useState(false);
  const { offered, sentence } = useOwnOffered(store, entity);
  const filter = value?.group ? filterOf(value.group) : null;
  const written = value !== null && !value.group;
  return (
    <div className={styles.when} role="group" aria-label={label}>
      <div className={styles.whenHead}>
        <span>{label}</span>
        {value === null ? (
          <Button size="small" onClick={() => setOpen(true)}>
            {t("when.set")}
          </Button>
        ) : (
          <>
            {!written && (
              <Button size="small" onClick={() => setOpen(true)}>
                {t("when.change")}
              </Button>
            )}
            <Button size="small" type="text" onClick={() => onChange(null)}>
              {t("when.clear")}
            </Button>
          </>
        )}
      </div>
      {filter && <p className={styles.sentence}>{sentenceOf(filter, sentence)}</p>}
      {written && (
        <Input.TextArea
          aria-label={t("when.formulaOf", { label })}
          rows={2}
          value={value.formula}
          placeholder={t("when.formulaExample")}
          onChange={(event) => onChange({ group: null, formula: event.target.value })}
        />
      )}
      {value === null && (
        <Button size="small" type="link" className={styles.asFormula} onClick={() => onChange({ group: null, formula: " " })}>
          {t("when.asFormula")}
        </Button>
      )}
      {open && (
        <Suspense fallback={null}>
          <FilterSheet
            title={label}
            offered={offered}
            sentence={sentence}
            filter={filter ?? undefined}
            needed
            onApply={(group) => {
              setOpen(false);
              onChange(group ? { group, formula: "" } : null);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
