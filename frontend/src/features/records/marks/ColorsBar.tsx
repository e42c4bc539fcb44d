import { BgColorsOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { Entity } from "../api/entities";
import { sentenceOf } from "../filterSentence";
import type { ColorRule } from "../layouts/layout";
import { useRecordsTexts } from "../texts";
import { useOffered } from "../useOffered";
import { colorRulesOf, conditionOf } from "./colorRules";
import styles from "./marks.module.css";
import { signs } from "./tones";

const ColorsSheet = lazy(() => import("./ColorsSheet"));

type Props = { store: string; entity: Entity; colors: unknown[] | undefined; onChange: (colors: ColorRule[]) => void };

/** What the colours of the rows mean, and the way to choose them. */
export function ColorsBar({ store, entity, colors, onChange }: Props) {
  const t = useRecordsTexts();
  const [open, setOpen] = useState(false);
  const rules = colorRulesOf(colors);
  const conditions = rules.flatMap((rule) => conditionOf(rule) ?? []);
  const { offered, sentence } = useOffered(store, entity.name, conditions.length > 0 ? { combinator: "and", rules: conditions } : undefined);
  return (
    <div className={styles.bar}>
      <Button type="text" size="small" icon={<BgColorsOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t("colors.open")}
      </Button>
      {rules.length > 0 && (
        <ul className={styles.legend} aria-label={t("colors.legend")}>
          {rules.map((rule) => {
            const condition = conditionOf(rule);
            const text = condition ? sentenceOf(condition, sentence) : "";
            return (
              <li key={JSON.stringify(rule)} data-tone={rule.tone} title={text}>
                <span className={styles.sign} data-tone={rule.tone}>
                  {signs[rule.tone]}
                </span>
                <span className={styles.means}>{rule.label || text}</span>
              </li>
            );
          })}
        </ul>
      )}
      {open && (
        <Suspense fallback={null}>
          <ColorsSheet
            entity={entity}
            offered={offered}
            sentence={sentence}
            rules={rules}
            onApply={(next) => {
              setOpen(false);
              onChange(next);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
