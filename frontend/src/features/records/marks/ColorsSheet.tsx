import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommonTexts } from "@/components/texts";
import { Sheet } from "@/components/Sheet";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "../api/entities";
import FilterSheet from "../builder/FilterSheet";
import { sentenceOf } from "../filterSentence";
import type { Sentence } from "../filterSentence";
import type { ColorRule } from "../layouts/layout";
import type { Offered } from "../offered";
import { useRecordsTexts } from "../texts";
import { conditionOf } from "./colorRules";
import styles from "./marks.module.css";
import { longestLabel, mostColors, signs, tones } from "./tones";

type Props = {
  entity: Entity;
  offered: Offered;
  sentence: Sentence;
  rules: ColorRule[];
  onApply: (rules: ColorRule[]) => void;
  onClose: () => void;
};

/** Which records stand out, and how. The first rule that a record meets marks it, so that their order matters. */
export default function ColorsSheet({ entity, offered, sentence, rules, onApply, onClose }: Props) {
  const t = useRecordsTexts();
  const common = useCommonTexts();
  const { i18n } = useTranslation();
  const [made, setMade] = useState(() => rules.map((rule, key) => ({ key, rule })));
  // The rule whose condition is being written; one beyond the last is a new one.
  const [at, setAt] = useState<number | null>(null);
  const set = (index: number, part: Partial<ColorRule>) => setMade(made.map((line, place) => (place === index ? { ...line, rule: { ...line.rule, ...part } } : line)));
  const swap = (one: number, other: number) => setMade(made.map((line, place) => made[place === one ? other : place === other ? one : place] ?? line));
  const free = tones.find((tone) => !made.some(({ rule }) => rule.tone === tone)) ?? "red";
  const places = [
    { value: "", label: t("colors.wholeRow") },
    ...entity.fields.map((field) => ({ value: field.name, label: t("colors.cellOf", { field: labelIn(field.label, i18n.language) }) })),
  ];
  const edited = at === null ? undefined : made[at]?.rule;
  return (
    <>
      <Sheet open={at === null} title={t("colors.title")} width={760} onClose={onClose}>
        <p className={styles.hint}>{made.length === 0 ? t("colors.none") : t("colors.order")}</p>
        <ol className={styles.rules}>
          {made.map(({ key, rule }, index) => {
            const condition = conditionOf(rule);
            const text = condition ? sentenceOf(condition, sentence) : t("colors.unread");
            const name = rule.label || text;
            return (
              <li key={key} className={styles.rule} data-tone={rule.tone}>
                <Button className={styles.when ?? ""} type="text" title={text} onClick={() => setAt(index)}>
                  {t("colors.when", { text })}
                </Button>
                <div className={styles.choices}>
                  <Select
                    size="small"
                    aria-label={t("colors.toneOf", { name })}
                    popupMatchSelectWidth={false}
                    value={rule.tone}
                    options={tones.map((tone) => ({
                      value: tone,
                      label: (
                        <span className={styles.sign} data-tone={tone}>
                          {signs[tone]} {t(`colors.tone.${tone}`)}
                        </span>
                      ),
                    }))}
                    onChange={(tone) => set(index, { tone })}
                  />
                  <Select
                    size="small"
                    className={styles.place ?? ""}
                    aria-label={t("colors.placeOf", { name })}
                    popupMatchSelectWidth={false}
                    value={rule.field ?? ""}
                    options={places}
                    onChange={(field) => set(index, { field })}
                  />
                  <Input
                    size="small"
                    className={styles.label ?? ""}
                    aria-label={t("colors.labelOf", { name })}
                    placeholder={t("colors.label")}
                    maxLength={longestLabel}
                    value={rule.label ?? ""}
                    onChange={(event) => set(index, { label: event.target.value })}
                  />
                  <span className={styles.acts}>
                    <Button size="small" type="text" disabled={index === 0} icon={<ArrowUpOutlined aria-hidden />} aria-label={t("colors.up", { name })} onClick={() => swap(index, index - 1)} />
                    <Button size="small" type="text" disabled={index === made.length - 1} icon={<ArrowDownOutlined aria-hidden />} aria-label={t("colors.down", { name })} onClick={() => swap(index, index + 1)} />
                    <Button size="small" type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t("colors.remove", { name })} onClick={() => setMade(made.toSpliced(index, 1))} />
                  </span>
                </div>
              </li>
            );
          })}
        </ol>
        <div className={styles.foot}>
          <Button icon={<PlusOutlined aria-hidden />} disabled={made.length >= mostColors} onClick={() => setAt(made.length)}>
            {t("colors.add")}
          </Button>
          {made.length >= mostColors && <span className={styles.hint}>{t("colors.most", { count: mostColors })}</span>}
          <span className={styles.gap} />
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="primary" onClick={() => onApply(made.map(({ rule }) => rule))}>
            {t("filter.apply")}
          </Button>
        </div>
      </Sheet>
      {at !== null && (
        <FilterSheet
          needed
          title={t("colors.condition")}
          offered={offered}
          sentence={sentence}
          filter={edited && conditionOf(edited)}
          onApply={(filter) => {
            const text = JSON.stringify(filter);
            if (edited) set(at, { filter: text });
            else setMade([...made, { key: Math.max(-1, ...made.map(({ key }) => key)) + 1, rule: { filter: text, tone: free, label: "", field: "" } }]);
            setAt(null);
          }}
          onClose={() => setAt(null)}
        />
      )}
    </>
  );
}
