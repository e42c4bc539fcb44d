import { CloseOutlined, NodeIndexOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import { lazy, Suspense, useState } from "react";
import type { ReactNode } from "react";
import { SkeletonRows } from "@/components/Skeleton";
import { isGroup } from "./filter";
import type { FilterGroup, FilterPart, FilterRule } from "./filter";
import styles from "./filterBar.module.css";
import { partText } from "./filterSentence";
import type { Sentence } from "./filterSentence";
import type { Offered } from "./offered";
import { useRecordsTexts } from "./texts";
import { useOffered } from "./useOffered";

const RuleEditor = lazy(async () => ({ default: (await import("./RuleEditor")).RuleEditor }));
const FilterSheet = lazy(() => import("./builder/FilterSheet"));

type Props = {
  store: string;
  entity: string;
  filter: FilterGroup | undefined;
  onChange: (filter: FilterGroup | undefined) => void;
};

/** The filter as a sentence; each condition can be opened, changed and taken out. Groups are made in a sheet. */
export function FilterBar({ store, entity, filter, onChange }: Props) {
  const t = useRecordsTexts();
  const { offered, sentence } = useOffered(store, entity, filter);
  const [grouping, setGrouping] = useState(false);
  const parts = filter?.rules ?? [];
  const combinator = filter?.combinator ?? "and";
  const other = combinator === "and" ? "or" : "and";

  function put(next: FilterPart[]): void {
    onChange(next.length === 0 ? undefined : { ...filter, combinator, rules: next });
  }

  return (
    <div className={styles.bar} role="group" aria-label={t("filter.label")}>
      {parts.length > 0 && <span className={styles.word}>{filter?.not ? t("filter.not") : t("filter.begin")}</span>}
      {parts.map((part, at) => {
        const text = partText(part, sentence);
        return (
          <span key={text} className={styles.piece}>
            {at > 0 && (
              <button
                type="button"
                className={styles.join}
                title={t(`filter.turn.${other}`)}
                aria-label={t(`filter.turn.${other}`)}
                onClick={() => onChange({ ...filter, combinator: other, rules: parts })}
              >
                {t(`filter.${combinator}`)}
              </button>
            )}
            <span className={styles.chip}>
              {isGroup(part) ? (
                <button type="button" className={styles.rule} title={text} onClick={() => setGrouping(true)}>
                  {part.not ? text : t("filter.aside", { text })}
                </button>
              ) : (
                <RulePopover offered={offered} sentence={sentence} rule={part} onApply={(changed) => put(parts.with(at, changed))}>
                  <button type="button" className={styles.rule} title={text}>
                    {text}
                  </button>
                </RulePopover>
              )}
              <button
                type="button"
                className={styles.remove}
                aria-label={t("filter.remove", { rule: text })}
                onClick={() => put(parts.toSpliced(at, 1))}
              >
                <CloseOutlined aria-hidden />
              </button>
            </span>
          </span>
        );
      })}
      <RulePopover offered={offered} sentence={sentence} rule={null} onApply={(added) => put([...parts, added])}>
        <Button type="text" size="small" icon={<PlusOutlined />} className={styles.add}>
          {t("filter.add")}
        </Button>
      </RulePopover>
      <Button type="text" size="small" icon={<NodeIndexOutlined />} className={styles.add} onClick={() => setGrouping(true)}>
        {t("filter.group")}
      </Button>
      {parts.length > 1 && (
        <Button type="text" size="small" onClick={() => onChange(undefined)}>
          {t("filter.clear")}
        </Button>
      )}
      {grouping && (
        <Suspense fallback={null}>
          <FilterSheet
            title={t("filter.group")}
            offered={offered}
            sentence={sentence}
            filter={filter}
            onApply={(next) => {
              setGrouping(false);
              onChange(next);
            }}
            onClose={() => setGrouping(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

function RulePopover(props: {
  offered: Offered;
  sentence: Sentence;
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
            offered={props.offered}
            periods={props.sentence.periods}
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
