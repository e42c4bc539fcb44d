import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { FilterGroup } from "@/features/records/filter";
import { sentenceOf } from "@/features/records/filterSentence";
import type { Offered } from "@/features/records/offered";
import { useRuleTexts } from "../texts";
import styles from "./editor.module.css";
import { Part } from "./Part";
import type { PartProps } from "./Part";

const FilterSheet = lazy(() => import("@/features/records/builder/FilterSheet"));

type Props = PartProps & { offered: Offered; value: FilterGroup | null; onChange: (condition: FilterGroup | null) => void };

/** Which records it is for: by the builder that lists are filtered with. */
export function ConditionPart({ told, problems, offered, value, onChange }: Props) {
  const t = useRuleTexts();
  const [open, setOpen] = useState(false);
  return (
    <Part title={t("part.if")} problems={problems.filter(({ where }) => where === "condition")}>
      <div className={styles.row}>
        <span className={styles.grow}>{value ? sentenceOf(value, told.sentence) : t("condition.none")}</span>
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
            sentence={told.sentence}
            filter={value ?? undefined}
            onApply={(group) => {
              setOpen(false);
              onChange(group ?? null);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </Part>
  );
}
