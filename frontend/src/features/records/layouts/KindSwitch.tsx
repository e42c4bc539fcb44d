import { ApartmentOutlined, AppstoreOutlined, CalendarOutlined, ProjectOutlined, UnorderedListOutlined } from "@ant-design/icons";
import { Segmented } from "antd";
import type { ReactNode } from "react";
import type { Entity } from "../api/entities";
import { useRecordsTexts } from "../texts";
import { kindsFor } from "./layout";
import type { ViewKind } from "./layout";
import styles from "./layouts.module.css";

const icons = {
  list: <UnorderedListOutlined aria-hidden />,
  board: <ProjectOutlined aria-hidden />,
  calendar: <CalendarOutlined aria-hidden />,
  gallery: <AppstoreOutlined aria-hidden />,
  tree: <ApartmentOutlined aria-hidden />,
} satisfies Record<ViewKind, ReactNode>;

/** Rows, columns of cards, days, pictures or branches: the same records. */
export function KindSwitch({ entity, kind, onChange }: { entity: Entity; kind: ViewKind; onChange: (kind: ViewKind) => void }) {
  const t = useRecordsTexts();
  const kinds = kindsFor(entity);
  return (
    <Segmented<ViewKind>
      className={styles.switch}
      aria-label={t("layout.label")}
      value={kind}
      options={kinds.map((value) => ({
        value,
        title: t(`layout.kind.${value}`),
        label: (
          <span className={styles.kind}>
            {icons[value]}
            <span>{t(`layout.kind.${value}`)}</span>
          </span>
        ),
      }))}
      onChange={onChange}
    />
  );
}
