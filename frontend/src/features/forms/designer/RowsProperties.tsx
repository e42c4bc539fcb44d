import { useQuery } from "@tanstack/react-query";
import { Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { entitiesQuery } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import { changePart } from "./layout";
import type { RowsPart } from "./layout";
import { MoveButtons } from "./MoveButtons";
import { useDesigner } from "./useDesigner";
import { usePartNameOf } from "./usePartNameOf";
import { WhenEditor } from "./WhenEditor";
import { Words } from "./Words";

const most = 12;

/** All about a table of other records. */
export function RowsProperties({ part }: { part: RowsPart }) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const { store, entity, layout, change } = useDesigner();
  const there = useQuery(entitiesQuery(store)).data?.find(({ name }) => name === part.entity);
  const name = usePartNameOf()(part.id);
  const own = entity.related.find((one) => one.entity === part.entity && one.via === part.via);
  const put = (values: Partial<RowsPart>) => change(changePart<RowsPart>(layout, part.id, values), `${part.id} ${Object.keys(values).join()}`);
  const offered = there?.fields.filter((field) => field.name !== part.via) ?? [];
  return (
    <div className={styles.properties}>
      <h2>{name}</h2>
      <MoveButtons id={part.id} />
      <div className={styles.words}>
        <span>{t("prop.columnsOfRows")}</span>
        <Select
          mode="multiple"
          aria-label={t("prop.columnsOfRows")}
          maxCount={most}
          value={part.columns}
          showSearch={{ optionFilterProp: "label" }}
          options={offered.map((field) => ({ value: field.name, label: labelIn(field.label, i18n.language) }))}
          onChange={(columns: string[]) => put({ columns })}
        />
        <span className={styles.soft}>{t("prop.columnsNote")}</span>
      </div>
      <label className={styles.switch}>
        <Switch aria-label={t("prop.rowsReadOnly")} checked={part.read_only} onChange={(read_only) => put({ read_only })} />
        {t("prop.rowsReadOnly")}
      </label>
      <WhenEditor label={t("prop.show_when")} value={part.show_when} onChange={(show_when) => put({ show_when })} />
      <Words label={t("prop.label")} value={part.label} placeholder={own ? labelIn(own.label, i18n.language) : name} onChange={(label) => put({ label })} />
    </div>
  );
}
