import { DeleteOutlined, EditOutlined, TagOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { formatCount } from "@/format/money";
import { useTagsTexts } from "@/features/tags/texts";
import { canBeWritten } from "@/features/fields/FieldInput";
import { useOperationsTexts } from "@/features/operations/texts";
import { PrintButton } from "@/features/printing/PrintButton";
import type { Entity } from "../api/entities";
import type { ListSearch } from "../listSearch";
import { useRecordsTexts } from "../texts";
import styles from "./bulk.module.css";
import { BulkSheet } from "./BulkSheet";
import type { Doing } from "./BulkSheet";
import { choiceOf } from "./order";
import type { Selection } from "./useSelection";

type Props = {
  store: string;
  entity: Entity;
  selection: Selection;
  search: ListSearch;
  /** How many rows the list shows now, and how many there are in all. */
  shown: number;
  total: number;
};

/** What can be done with the chosen rows; gone when none is chosen. */
export function BulkBar({ store, entity, selection, search, shown, total }: Props) {
  const t = useRecordsTexts();
  const tTags = useTagsTexts();
  const tOperations = useOperationsTexts();
  const [doing, setDoing] = useState<Doing | null>(null);
  const count = selection.everything ? total : selection.ids.size;
  const bulk = entity.actions.includes("bulk");
  if (count === 0) return null;
  return (
    <div className={styles.bar} role="region" aria-label={t("bulk.label")}>
      <span role="status">{t("bulk.chosen", { count, shown: formatCount(count) })}</span>
      {bulk && !selection.everything && selection.ids.size >= shown && total > shown && (
        <Button type="link" onClick={selection.chooseEverything}>
          {t("bulk.chooseAll", { count: formatCount(total) })}
        </Button>
      )}
      {bulk && entity.fields.some((field) => canBeWritten(field)) && (
        <Button icon={<EditOutlined />} onClick={() => setDoing("change")}>
          {t("bulk.change")}
        </Button>
      )}
      {bulk && entity.actions.includes("comment") && (
        <Button icon={<TagOutlined />} onClick={() => setDoing("tag")}>
          {tTags("bulk")}
        </Button>
      )}
      <PrintButton store={store} entity={entity.name} ids={selection.everything ? null : [...selection.ids]} />
      {entity.actions.includes("delete") && (
        <Button danger icon={<DeleteOutlined />} onClick={() => setDoing("delete")}>
          {t("delete")}
        </Button>
      )}
      <Link to="/s/$store/operations" params={{ store }} className="cz-small">
        {tOperations("open")}
      </Link>
      <Button type="text" onClick={selection.clear}>
        {t("bulk.clear")}
      </Button>
      <BulkSheet
        store={store}
        entity={entity}
        doing={doing}
        choice={choiceOf(selection, search)}
        onClose={() => setDoing(null)}
        onDone={() => {
          setDoing(null);
          selection.clear();
        }}
      />
    </div>
  );
}
