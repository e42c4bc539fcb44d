import { SearchOutlined, TableOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Popover } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "./api/entities";
import styles from "./columnChooser.module.css";
import { matchingFields } from "./form/fieldSections";
import { MoveButtons, moved } from "./MoveButtons";
import type { TagsColumn } from "@/features/tags/useTagsColumn";
import { useTagsTexts } from "@/features/tags/texts";
import { useRecordsTexts } from "./texts";

type Props = { entity: Entity; shown: Field[]; tags: TagsColumn; onChoose: (names: string[] | null) => void };

/** So many names are read through at a glance; of more, one is sought. */
const glance = 16;
/** Hundreds of boxes at once would be slow, and nobody reads them. */
const offered = 60;

export function ColumnChooser(props: Props) {
  const t = useRecordsTexts();
  return (
    <Popover trigger="click" placement="bottomRight" destroyOnHidden content={<Choices {...props} />}>
      <Button icon={<TableOutlined />} className={styles.open}>
        {t("columns")}
      </Button>
    </Popover>
  );
}

function Choices({ entity, shown, tags, onChoose }: Props) {
  const t = useRecordsTexts();
  const tTags = useTagsTexts();
  const { i18n } = useTranslation();
  const [words, setWords] = useState("");
  const sought = useDeferredValue(words);
  const names = shown.map((field) => field.name);
  const found = matchingFields(entity.fields, sought);
  // The chosen ones come first, in the order of the columns: they are the ones to move, and to take out again.
  const ordered = [...shown.filter((field) => found.includes(field)), ...found.filter(({ name }) => !names.includes(name))];
  const rest = ordered.length - offered;
  return (
    <div className={styles.choices}>
      {entity.fields.length > glance && (
        <Input
          allowClear
          type="search"
          prefix={<SearchOutlined aria-hidden />}
          aria-label={t("form.search", { count: entity.fields.length })}
          placeholder={t("form.search", { count: entity.fields.length })}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {tags.offered && (
        <Checkbox checked={tags.shown} onChange={({ target }) => tags.show(target.checked)}>
          {tTags("column")}
        </Checkbox>
      )}
      {ordered.slice(0, offered).map((field) => (
        <span key={field.name} className={styles.choice}>
          <Checkbox
            checked={names.includes(field.name)}
            disabled={field.name === entity.title_fields[0]}
            onChange={({ target }) =>
              onChoose(target.checked ? [...names, field.name] : names.filter((name) => name !== field.name))
            }
          >
            {labelIn(field.label, i18n.language)}
          </Checkbox>
          {names.indexOf(field.name) > 0 && (
            <MoveButtons
              name={labelIn(field.label, i18n.language)}
              at={names.indexOf(field.name)}
              first={1}
              last={names.length - 1}
              onMove={(to) => onChoose(moved(names, names.indexOf(field.name), to))}
            />
          )}
        </span>
      ))}
      {rest > 0 && <span className="cz-soft">{t("columnsMore", { count: rest })}</span>}
      <Button type="link" size="small" onClick={() => onChoose(null)}>
        {t("columnsReset")}
      </Button>
    </div>
  );
}
