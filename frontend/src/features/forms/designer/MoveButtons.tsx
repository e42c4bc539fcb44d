import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import { move, placeOf, remove, sectionsIn, step } from "./layout";
import { useDesigner } from "./useDesigner";

/** What dragging does, by taps: a place up or down, into another section, out of the form. */
export function MoveButtons({ id }: { id: string }) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const { layout, change, select } = useDesigner();
  const [up, down] = [step(layout, id, -1), step(layout, id, 1)];
  const sections = sectionsIn(layout);
  return (
    <div className={styles.moves}>
      <Button icon={<ArrowUpOutlined />} aria-label={t("move.up")} title={t("move.up")} disabled={!up} onClick={() => up && change(up)} />
      <Button icon={<ArrowDownOutlined />} aria-label={t("move.down")} title={t("move.down")} disabled={!down} onClick={() => down && change(down)} />
      {sections.length > 1 && (
        <Select
          className={styles.into}
          aria-label={t("move.into")}
          value={placeOf(layout, id)?.section}
          options={sections.map((section, at) => ({
            value: section.id,
            label: labelIn(section.label, i18n.language) || t("sectionNumber", { number: at + 1 }),
          }))}
          onChange={(section: string) => change(move(layout, id, { section, at: sections.find((one) => one.id === section)?.parts.length ?? 0 }))}
        />
      )}
      <Button
        icon={<DeleteOutlined />}
        onClick={() => {
          change(remove(layout, id));
          select(null);
        }}
      >
        {t("move.out")}
      </Button>
    </div>
  );
}
