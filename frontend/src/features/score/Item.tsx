import { DeleteOutlined } from "@ant-design/icons";
import { Button, Input, InputNumber } from "antd";
import type { ScoreItemBody } from "@/api/types.gen";
import { filterOf } from "@/features/records/filter";
import { sentenceOf } from "@/features/records/filterSentence";
import { useOffered } from "@/features/records/useOffered";
import { ConditionLine } from "@/features/rules/editor/ConditionPart";
import styles from "./score.module.css";
import { useScoreTexts } from "./texts";

type Props = { store: string; item: ScoreItemBody; disabled: boolean; onChange: (item: ScoreItemBody | null) => void };

/** One condition and its points. */
export function Item({ store, item, disabled, onChange }: Props) {
  const t = useScoreTexts();
  const when = filterOf(item.when);
  const { offered, sentence } = useOffered(store, "lead", when ?? undefined);
  return (
    <li className={styles.item}>
      <InputNumber
        className={styles.number}
        aria-label={`${t("points")}: ${item.name}`}
        min={-100}
        max={100}
        precision={0}
        disabled={disabled}
        value={item.points}
        onChange={(points) => onChange({ ...item, points: points ?? 0 })}
      />
      <div className={styles.about}>
        <Input aria-label={t("name")} maxLength={60} disabled={disabled} value={item.name} onChange={({ target }) => onChange({ ...item, name: target.value })} />
        {disabled ? (
          <span className="cz-soft">{when ? sentenceOf(when, sentence) : t("everyone")}</span>
        ) : (
          <ConditionLine
            sentence={sentence}
            offered={offered}
            value={when}
            none={t("everyone")}
            onChange={(group) => onChange({ ...item, when: group ?? { combinator: "and", rules: [] } })}
          />
        )}
      </div>
      {!disabled && <Button type="text" icon={<DeleteOutlined />} aria-label={t("remove", { name: item.name })} onClick={() => onChange(null)} />}
    </li>
  );
}
