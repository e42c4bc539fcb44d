import { SwapOutlined } from "@ant-design/icons";
import { useDraggable } from "@dnd-kit/core";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { FieldValue } from "@/features/fields/FieldValue";
import { useWords } from "@/features/fields/useWords";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "../../api/entities";
import { idOf } from "../../api/list";
import type { Row } from "../../api/list";
import { briefFields } from "../../briefFields";
import { recordPath } from "../../paths";
import { recordTitle } from "../../recordTitle";
import { useRecordsTexts } from "../../texts";
import styles from "./board.module.css";
import type { ColorRule } from "../layout";
import { MarkSign } from "../../marks/MarkSign";
import type { Column } from "./columnsOf";

type Props = {
  store: string;
  entity: Entity;
  row: Row;
  shown: Field[];
  others: Column[];
  onPut: (row: Row, to: Column) => void;
  /** Under the hand, on its way. */
  lifted?: boolean;
  /** By what it stands out. */
  rule?: ColorRule | undefined;
};

/** A record's name and what says most about it. */
export function BoardCard({ store, entity, row, shown, others, onPut, lifted = false, rule }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const words = useWords();
  const id = idOf(row);
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, data: { row }, disabled: others.length === 0 });
  const title = recordTitle(entity, row, words);
  return (
    <div ref={setNodeRef} {...listeners} className={styles.card} data-held={isDragging} data-lifted={lifted} data-drag={others.length > 0} data-tone={rule?.tone}>
      <div className={styles.cardHead}>
        <Link to={recordPath(store, entity.name, id)} className={styles.title} draggable={false}>
          <MarkSign rule={rule} />
          {title}
        </Link>
        {others.length > 0 && (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: others.map(({ key, label }) => ({ key, label: t("board.to", { column: label }) })),
              onClick: ({ key }) => {
                const to = others.find((other) => other.key === key);
                if (to) onPut(row, to);
              },
            }}
          >
            <Button
              type="text"
              size="small"
              icon={<SwapOutlined aria-hidden />}
              aria-label={t("board.move", { title })}
              // What begins here is no drag.
              onMouseDown={(event) => event.stopPropagation()}
              onTouchStart={(event) => event.stopPropagation()}
              onKeyDown={(event) => event.stopPropagation()}
            />
          </Dropdown>
        )}
      </div>
      <dl className={styles.facts}>
        {briefFields(entity, shown, row).map((field) => (
          <div key={field.name}>
            <dt>{labelIn(field.label, i18n.language)}</dt>
            <dd>
              <FieldValue value={row[field.name]} field={field} store={store} row={row} plain />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
