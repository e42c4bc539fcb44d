import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button, Segmented } from "antd";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import { changeSection, changeTab, removeGroup, shift } from "./layout";
import type { Section, Tab } from "./layout";
import { useDesigner } from "./useDesigner";
import { WhenEditor } from "./WhenEditor";
import { Words } from "./Words";

export function SectionProperties({ section }: { section: Section }) {
  const t = useFormsTexts();
  const { layout, change } = useDesigner();
  const put = (values: Partial<Section>) =>
    change(changeSection(layout, section.id, values), `${section.id} ${Object.keys(values).join()}`);
  return (
    <div className={styles.properties}>
      <h2>{t("section")}</h2>
      <GroupMoves id={section.id} full={section.parts.length > 0} last={false} />
      <Words label={t("prop.title")} value={section.label} onChange={(label) => put({ label })} />
      <div className={styles.words}>
        <span>{t("prop.sectionColumns")}</span>
        <Segmented<number>
          aria-label={t("prop.sectionColumns")}
          value={section.columns}
          options={[1, 2, 3].map((columns) => ({ value: columns, label: t("prop.columns", { count: columns }) }))}
          onChange={(columns) => put({ columns })}
        />
      </div>
      <WhenEditor label={t("prop.show_when")} value={section.show_when} onChange={(show_when) => put({ show_when })} />
    </div>
  );
}

export function TabProperties({ tab }: { tab: Tab }) {
  const t = useFormsTexts();
  const { layout, change } = useDesigner();
  const put = (values: Partial<Tab>) => change(changeTab(layout, tab.id, values), `${tab.id} ${Object.keys(values).join()}`);
  return (
    <div className={styles.properties}>
      <h2>{t("tab")}</h2>
      <GroupMoves id={tab.id} full={tab.sections.some(({ parts }) => parts.length > 0)} last={layout.tabs.length === 1} />
      <Words label={t("prop.title")} value={tab.label} onChange={(label) => put({ label })} />
      <WhenEditor label={t("prop.show_when")} value={tab.show_when} onChange={(show_when) => put({ show_when })} />
    </div>
  );
}

/** A group that still holds fields is taken out as well: undo brings it back. */
function GroupMoves({ id, full, last }: { id: string; full: boolean; last: boolean }) {
  const t = useFormsTexts();
  const { layout, change, select } = useDesigner();
  const [up, down] = [shift(layout, id, -1), shift(layout, id, 1)];
  return (
    <div className={styles.moves}>
      <Button icon={<ArrowUpOutlined />} aria-label={t("move.before")} title={t("move.before")} disabled={!up} onClick={() => up && change(up)} />
      <Button icon={<ArrowDownOutlined />} aria-label={t("move.behind")} title={t("move.behind")} disabled={!down} onClick={() => down && change(down)} />
      <Button
        icon={<DeleteOutlined />}
        disabled={last}
        onClick={() => {
          change(removeGroup(layout, id));
          select(null);
        }}
      >
        {t(full ? "move.outWithFields" : "move.out")}
      </Button>
    </div>
  );
}
