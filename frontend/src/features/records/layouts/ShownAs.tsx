import { ControlOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useId, useState } from "react";
import { useMediaQuery } from "@/theme/useMediaQuery";
import type { Entity } from "../api/entities";
import type { ListSearch } from "../listSearch";
import { ColorsBar } from "../marks/ColorsBar";
import { SortSelect } from "../SortSelect";
import { useRecordsTexts } from "../texts";
import { plainLayout } from "./layout";
import { LayoutBar } from "./LayoutBar";
import styles from "./layouts.module.css";

type Props = { store: string; entity: Entity; search: ListSearch; onChange: (part: Partial<ListSearch>) => void };

/** How the records are laid out, marked and, where no column heads can be tapped, sorted. Folded on phones, where the
 * records come first. */
export function ShownAs({ store, entity, search, onChange }: Props) {
  const t = useRecordsTexts();
  const phone = useMediaQuery("(max-width: 767px)");
  const [open, setOpen] = useState(false);
  const id = useId();
  const layout = search.lay ?? {};
  return (
    <>
      {phone && (
        <div className={styles.fold}>
          <Button size="small" type="text" icon={<ControlOutlined aria-hidden />} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {t("layout.settings")}
          </Button>
        </div>
      )}
      <div id={id} className={styles.settings} hidden={phone && !open}>
        {phone && <SortSelect fields={entity.fields} sort={search.sort} onSort={(sort) => onChange({ sort })} />}
        <LayoutBar entity={entity} kind={search.as ?? "list"} layout={layout} onChange={(lay) => onChange({ lay: plainLayout(lay) })} />
        <ColorsBar store={store} entity={entity} colors={layout.colors} onChange={(colors) => onChange({ lay: plainLayout({ ...layout, colors }) })} />
      </div>
    </>
  );
}
