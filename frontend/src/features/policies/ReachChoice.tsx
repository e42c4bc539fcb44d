import { Button, Select } from "antd";
import { lazy, Suspense, useId, useState } from "react";
import { useParams } from "@tanstack/react-router";
import type { RowsShape } from "@/api/types.gen";
import { useOffered } from "@/features/records/useOffered";
import styles from "./policies.module.css";
import { reaches } from "./policy";
import { conditionOf } from "./useConditionText";
import { usePolicyWords } from "./useWords";

const FilterSheet = lazy(() => import("@/features/records/builder/FilterSheet"));

/** Which records a role sees; those that meet a condition are told by its sentence. Headquarters, which has no one
 * store's fields before it, keeps a condition as it is and sets none. */
export function ReachChoice(props: { entity: string; rows: RowsShape; disabled: boolean; onChange: (rows: RowsShape) => void }) {
  const { entity, rows, disabled, onChange } = props;
  const words = usePolicyWords();
  const { t } = words;
  const id = useId();
  const { store = "" } = useParams({ strict: false });
  const condition = conditionOf(rows.predicate);
  const { offered, sentence } = useOffered(store, entity, condition, { plainly: true });
  const [building, setBuilding] = useState(false);
  const met = rows.reach === "predicate";
  const offers = [...reaches, ...(met || offered.fields.length > 0 ? (["predicate"] as const) : [])];
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t("role.rows")}</label>
      <Select
        id={id}
        value={rows.reach}
        disabled={disabled}
        onChange={(reach) => (reach === "predicate" ? setBuilding(true) : onChange({ reach, predicate: "" }))}
        options={offers.map((reach) => ({ value: reach, label: words.say(`reach.${reach}`) }))}
      />
      {met && (
        <div className={styles.condition}>
          <span>{words.reach(rows, entity)}</span>
          {!disabled && offered.fields.length > 0 && (
            <Button size="small" onClick={() => setBuilding(true)}>
              {t("role.condition")}
            </Button>
          )}
        </div>
      )}
      {building && (
        <Suspense fallback={null}>
          <FilterSheet
            needed
            title={t("role.conditionTitle")}
            offered={offered}
            sentence={sentence}
            filter={condition}
            onApply={(filter) => {
              setBuilding(false);
              onChange({ reach: "predicate", predicate: JSON.stringify(filter) });
            }}
            onClose={() => setBuilding(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
