import { SearchOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { useDeferredValue, useState } from "react";
import type { ReactNode } from "react";
import type { Field } from "../api/entities";
import { useRecordsTexts } from "../texts";
import { fieldSections, manyFields, matchingFields } from "./fieldSections";
import styles from "./form.module.css";

type Props = {
  fields: Field[];
  /** Sections that hold a problem stand open. */
  opened?: (fields: Field[]) => boolean;
  children: (fields: Field[]) => ReactNode;
};

/** A record's fields by section. When there are many: all but the first folded up, and a search over them. */
export function FormSections({ fields, opened, children }: Props) {
  const t = useRecordsTexts();
  const [words, setWords] = useState("");
  const sought = useDeferredValue(words);
  const many = fields.length > manyFields;
  const found = matchingFields(fields, sought);
  const sections = fieldSections(found);
  return (
    <>
      {many && (
        <div className={styles.search}>
          <Input
            allowClear
            type="search"
            prefix={<SearchOutlined aria-hidden />}
            aria-label={t("form.search", { count: fields.length })}
            placeholder={t("form.search", { count: fields.length })}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      )}
      {sections.map(({ name, fields: part }, at) => (
        <Folding
          key={`${name} ${sought !== ""}`}
          title={name || (sections.length > 1 ? t("form.main") : t("details"))}
          count={many ? part.length : null}
          open={!many || at === 0 || sought.trim() !== "" || (opened?.(part) ?? false)}
          foldable={many}
        >
          {() => children(part)}
        </Folding>
      ))}
      {found.length === 0 && <p className={styles.none}>{t("form.noField")}</p>}
    </>
  );
}

type FoldingProps = { title: string; count: number | null; open: boolean; foldable: boolean; children: () => ReactNode };

/** What is folded up is not in the page before it is opened: hundreds of controls would be slow. */
export function Folding({ title, count, open, foldable, children }: FoldingProps) {
  const [shown, setShown] = useState(open);
  if (!foldable) {
    return (
      <section className={styles.section} aria-label={title}>
        <h2 className={styles.title}>{title}</h2>
        {children()}
      </section>
    );
  }
  const seen = shown || open;
  return (
    <details className={styles.section} open={seen} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary className={styles.title}>
        {title} <span className="cz-soft">{count}</span>
      </summary>
      {seen && children()}
    </details>
  );
}
