import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Entity, Field } from "@/features/records/api/entities";
import { Folding } from "@/features/records/form/FormSections";
import { manyFields } from "@/features/records/form/fieldSections";
import { labelIn } from "@/i18n/labelIn";
import type { LiveForm, LiveState } from "../api/live";
import { useFormsTexts } from "../texts";
import styles from "./formLayout.module.css";
import { SubTable } from "./rows/LaterTable";

type Props = {
  form: LiveForm;
  state: LiveState;
  /** As the form has it now; see `formed`. */
  entity: Entity;
  /** Fields with something wrong: their tab is marked, the first one's opened. */
  bad: ReadonlySet<string>;
  children: (field: Field) => ReactNode;
  /** Of which record its tables show what belongs to it, null for one that is not saved yet; without it they are left out. */
  rows?: { store: string; record: string | null; still?: boolean };
};

type Tab = LiveForm["tabs"][number];
type Section = Tab["sections"][number];
export type RowsPart = Extract<Section["parts"][number], { kind: "rows" }>;

/** Tabs, in them sections of one to three columns; one column on phones. */
export function FormLayout({ form, state, entity, bad, children, rows }: Props) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const hidden = new Set(state.hidden);
  const byName = new Map(entity.fields.map((field) => [field.name, field]));
  const isThere = (part: Section["parts"][number]) => (part.kind === "field" ? byName.has(part.field) : !hidden.has(part.id) && (part.kind === "note" || rows !== undefined));
  const sectionsOf = (tab: Tab) =>
    tab.sections
      .filter(({ id }) => !hidden.has(id))
      .map((section) => ({ ...section, parts: section.parts.filter(isThere) }))
      .filter(({ parts }) => parts.length > 0);
  const tabs = form.tabs
    .filter(({ id }) => !hidden.has(id))
    .map((tab) => ({ ...tab, sections: sectionsOf(tab) }))
    .filter(({ sections }) => sections.length > 0);
  const isBad = (section: Section) => section.parts.some((part) => part.kind === "field" && bad.has(part.field));
  const [chosen, setChosen] = useState<string | null>(null);
  const [shownFor, setShownFor] = useState<ReadonlySet<string>>(bad);
  const first = tabs.find((tab) => tab.sections.some(isBad));
  // A new problem brings its tab up; which one is looked at afterwards is the person's choice.
  if (shownFor !== bad && [...bad].join() !== [...shownFor].join()) {
    setShownFor(bad);
    if (first && !tabs.find(({ id }) => id === chosen)?.sections.some(isBad)) setChosen(first.id);
  }
  const tab = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  const many = entity.fields.length > manyFields;
  return (
    <>
      {tabs.length > 1 && (
        <div role="tablist" className={styles.tabs}>
          {tabs.map((one, at) => (
            <button
              key={one.id}
              type="button"
              role="tab"
              aria-selected={one.id === tab?.id}
              className={styles.tab}
              onClick={() => setChosen(one.id)}
            >
              {labelIn(one.label, i18n.language) || t("tabNumber", { number: at + 1 })}
              {one.sections.some(isBad) && <span className={styles.mark}>{t("hasProblem")}</span>}
            </button>
          ))}
        </div>
      )}
      {tab?.sections.map((section, at) => (
        <Folding
          key={section.id}
          title={labelIn(section.label, i18n.language) || (tab.sections.length > 1 ? t("sectionNumber", { number: at + 1 }) : t("fields"))}
          count={many ? section.parts.length : null}
          open={!many || at === 0 || isBad(section)}
          foldable={many}
        >
          {() => (
            <div className={styles.grid} data-columns={section.columns}>
              {section.parts.map((part) => {
                const field = part.kind === "field" ? byName.get(part.field) : undefined;
                return (
                  <div
                    key={part.id}
                    className={styles.cell}
                    data-field={field?.name}
                    style={{ "--reach": Math.min(part.width, section.columns) } as React.CSSProperties}
                  >
                    {field && children(field)}
                    {part.kind === "rows" && rows && <SubTable {...rows} part={part} />}
                    {part.kind === "note" && <p className={styles.note}>{labelIn(part.text, i18n.language)}</p>}
                  </div>
                );
              })}
            </div>
          )}
        </Folding>
      ))}
    </>
  );
}
