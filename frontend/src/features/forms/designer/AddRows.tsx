import { TableOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { canBeWritten } from "@/features/fields/FieldInput";
import { entitiesQuery } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { useFormsTexts } from "../texts";
import { rowsPart } from "./layout";
import type { RowsPart } from "./layout";
import { useDesigner } from "./useDesigner";

const begun = 4;

/** A table of records that belong to this one, with the columns that its lists have. */
export function AddRows({ onAdd }: { onAdd: (part: RowsPart) => void }) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const { store, entity } = useDesigner();
  const entities = useQuery(entitiesQuery(store)).data ?? [];
  // What leads here through another record can't be added here.
  const related = entity.related.filter((one) => entities.some(({ name, fields }) => name === one.entity && fields.some((field) => field.name === one.via && !field.read_only)));
  if (related.length === 0) return null;
  function add(at: number): void {
    const one = related[at];
    const there = entities.find(({ name }) => name === one?.entity);
    if (!one || !there) return;
    const own = there.fields.filter(({ name }) => name !== one.via);
    const needed = own.filter((field) => field.required && canBeWritten(field));
    const others = own.filter((field) => field.in_list && !needed.includes(field));
    onAdd(rowsPart(one.entity, one.via, [...needed, ...others].slice(0, Math.max(begun, needed.length)).map(({ name }) => name)));
  }
  return (
    <Dropdown trigger={["click"]} menu={{ items: related.map(({ label }, at) => ({ key: String(at), label: labelIn(label, i18n.language) })), onClick: ({ key }) => add(Number(key)) }}>
      <Button icon={<TableOutlined aria-hidden />}>{t("palette.rows")}</Button>
    </Dropdown>
  );
}
