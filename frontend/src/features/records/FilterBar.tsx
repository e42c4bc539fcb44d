import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { useParams } from "@tanstack/react-router";
import { Button, Popover } from "antd";
import { lazy, Suspense, useState } from "react";
import type { ReactNode } from "react";
import { SkeletonRows } from "@/components/Skeleton";
import type { Field, Period } from "./api/entities";
import type { FilterGroup, FilterRule } from "./filter";
import styles from "./filterBar.module.css";
import { ruleText } from "./filterSentence";
import { useRecordsTexts } from "./texts";
import { useNamedWords } from "@/features/fields/useNamedWords";

const RuleEditor = lazy(async () => ({ default: (await import("./RuleEditor")).RuleEditor }));

type Props = {
  fields: Field[];
  periods: Period[];
  filter: FilterGroup | undefined;
  onChange: (filter: FilterGroup | undefined) => void;
};

/** The filter as a sentence; each condition can be opened, changed and taken out. */
export function FilterBar({ fields, periods, filter, onChange }: Props) {
  const t = useRecordsTexts();
  const { store = "" } = useParams({ strict: false });
  const rules = filter?.rules ?? [];
  const ofPeople = new Set(fields.filter(({ type }) => type === "user").map(({ name }) => name));
  const words = useNamedWords(store, rules.some(({ field }) => ofPeople.has(field)));
  const combinator = filter?.combinator ?? "and";

  function put(next: FilterRule[]): void {
    onChange(next.length === 0 ? undefined : { ...filter, combinator, rules: next });
  }

  return (
    <div className={styles.bar} role="group" aria-label={t("filter.label")}>
      {rules.length > 0 && <span className={styles.word}>{filter?.not ? t("filter.not") : t("filter.begin")}</span>}
      {rules.map((rule, at) => {
        const text = ruleText(rule, { fields, periods, t, words });
        return (
          <span key={`${rule.field} ${text}`} className={styles.piece}>
            {at > 0 && <span className={styles.word}>{t(`filter.${combinator}`)}</span>}
            <span className={styles.chip}>
              <RulePopover fields={fields} periods={periods} rule={rule} onApply={(changed) => put(rules.with(at, changed))}>
                <button type="button" className={styles.rule}>
                  {text}
                </button>
              </RulePopover>
              <button
                type="button"
                className={styles.remove}
                aria-label={t("filter.remove", { rule: text })}
                onClick={() => put(rules.toSpliced(at, 1))}
              >
                <CloseOutlined aria-hidden />
              </button>
            </span>
          </span>
        );
      })}
      <RulePopover fields={fields} periods={periods} rule={null} onApply={(added) => put([...rules, added])}>
        <Button type="text" size="small" icon={<PlusOutlined />} className={styles.add}>
          {t("filter.add")}
        </Button>
      </RulePopover>
      {rules.length > 1 && (
        <Button type="text" size="small" onClick={() => onChange(undefined)}>
          {t("filter.clear")}
        </Button>
      )}
    </div>
  );
}

function RulePopover(props: {
  fields: Field[];
  periods: Period[];
  rule: FilterRule | null;
  onApply: (rule: FilterRule) => void;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      classNames={{ root: "cz-pop-sheet" }}
      content={
        <Suspense fallback={<SkeletonRows rows={3} />}>
          <RuleEditor
            fields={props.fields}
            periods={props.periods}
            rule={props.rule}
            onApply={(rule) => {
              setOpen(false);
              props.onApply(rule);
            }}
          />
        </Suspense>
      }
    >
      {props.children}
    </Popover>
  );
}
