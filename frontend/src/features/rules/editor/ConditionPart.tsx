import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { FilterGroup } from "@/features/records/filter";
import { sentenceOf } from "@/features/records/filterSentence";
import type { Sentence } from "@/features/records/filterSentence";
import type { Offered } from "@/features/records/offered";
import { useRuleTexts } from "../texts";
import styles from "./editor.module.css";
import { Part } from "./Part";
import type { PartProps } from "./Part";

const FilterSheet = lazy(() => import("@/features/records/builder/FilterSheet"));

type LineProps = {
  sentence: Sentence;
  offered: Offered;
  value: FilterGroup | null;
  /** What is said where there is none. */
  none: string;
  onChange: (condition: FilterGroup | null) => void;
};
type Props = PartProps & Pick<LineProps, "offered" | "value" | "onChange">;

/** Which records it is for: by the builder that lists are filtered with. */
export function ConditionPart({ told, problems, offered, value, onChange }: Props) {
  const t = useRuleTexts();
  return (
    <Part title={t("part.if")} problems={problems.filter(({ where }) => where === "condition")}>
      <ConditionLine sentence={told.sentence} offered={offered} value={value} none={t("condition.none")} onChange={onChange} />
    </Part>
  );
}

/** A condition as a sentence, and the way to change it. */
export function ConditionLine({ sentence, offered, value, none, onChange }: LineProps) {
  const t = useRuleTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={styles.row}>
        <span className={styles.grow}>{value ? sentenceOf(value, sentence) : none}</span>
        <Button onClick={() => setOpen(true)}>{t(value ? "condition.change" : "condition.add")}</Button>
        {value && (
          <Button type="text" onClick={() => onChange(null)}>
            {t("condition.clear")}
          </Button>
        )}
      </div>
      {open && (
        <Suspense fallback={null}>
          <FilterSheet
            title={t("condition.title")}
            offered={offered}
            sentence={sentence}
            filter={value ?? undefined}
            onApply={(group) => {
              setOpen(false);
              onChange(group ?? null);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
