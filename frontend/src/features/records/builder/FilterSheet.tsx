import { Button } from "antd";
import { useState } from "react";
import type { RuleGroupType } from "react-querybuilder";
import { Sheet } from "@/components/Sheet";
import type { FilterGroup } from "../filter";
import { sentenceOf } from "../filterSentence";
import type { Sentence } from "../filterSentence";
import type { Offered } from "../offered";
import { useRecordsTexts } from "../texts";
import { Builder } from "./Builder";
import styles from "./builder.module.css";
import { ofBuilder, toBuilder } from "./held";

type Props = {
  title: string;
  offered: Offered;
  sentence: Sentence;
  filter: FilterGroup | undefined;
  /** Whether no condition at all is no answer. */
  needed?: boolean;
  onApply: (filter: FilterGroup | undefined) => void;
  onClose: () => void;
};

/** Conditions in groups, with the sentence that they make. */
export default function FilterSheet({ title, offered, sentence, filter, needed, onApply, onClose }: Props) {
  const t = useRecordsTexts();
  const [query, setQuery] = useState<RuleGroupType>(() => toBuilder(filter ?? { combinator: "and", rules: [] }));
  const { filter: made, missing } = ofBuilder(query, offered.fields);
  const complete = missing === 0 && (made !== undefined || !needed);
  return (
    <Sheet open title={title} width={880} onClose={onClose}>
      <form
        className={styles.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          if (complete) onApply(made);
        }}
      >
        <Builder offered={offered} periods={sentence.periods} query={query} onChange={setQuery} />
        {(made || !needed) && (
          <p className={styles.reads} aria-live="polite">
            <span>{t("builder.reads")}</span> {made ? sentenceOf(made, sentence) : t("builder.everything")}
          </p>
        )}
        <div className={styles.buttons}>
          {missing > 0 && <span className={styles.hint}>{t("builder.missing", { count: missing })}</span>}
          <Button onClick={onClose}>{t("builder.cancel")}</Button>
          <Button type="primary" htmlType="submit" disabled={!complete}>
            {t("filter.apply")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
