import { FilterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { Sheet } from "@/components/Sheet";
import { AgainstPicker } from "./AgainstPicker";
import type { Options } from "./api/options";
import { FilterFields } from "./FilterFields";
import styles from "./filters.module.css";
import type { Extent } from "./period";
import { PeriodPicker } from "./PeriodPicker";
import { filterNames } from "./search";
import { useCompareTexts } from "./texts";
import type { ChangeView } from "./useView";
import { periodChange } from "./view";
import type { View } from "./view";

/** Which orders count and what they are compared with. On phones the filters wait in a sheet. */
export function FilterBar(props: { options: Options; extent: Extent; view: View; change: ChangeView }) {
  const { options, extent, view, change } = props;
  const t = useCompareTexts();
  const [open, setOpen] = useState(false);
  const chosen = filterNames.reduce((sum, name) => sum + view.filters[name].length, 0);
  const clear = () => change({ store: undefined, region: undefined, brand: undefined, series: undefined });
  const fields = <FilterFields options={options} filters={view.filters} onChange={change} />;
  return (
    <div className={styles.bar}>
      <PeriodPicker period={view.period} extent={extent} onChange={(period) => change(periodChange(period, extent))} />
      <AgainstPicker period={view.period} vs={view.vs} against={view.against} onChange={change} />
      <div className={styles.wide}>
        {fields}
        {chosen > 0 && (
          <Button type="link" onClick={clear}>
            {t("filter.clear")}
          </Button>
        )}
      </div>
      <Button className={styles.narrow} icon={<FilterOutlined />} onClick={() => setOpen(true)}>
        {chosen > 0 ? t("filter.openCount", { total: chosen }) : t("filter.open")}
      </Button>
      <Sheet open={open} title={t("filter.open")} onClose={() => setOpen(false)}>
        <div className={styles.sheet}>
          {fields}
          <Button type="primary" onClick={() => setOpen(false)}>
            {t("filter.done")}
          </Button>
          {chosen > 0 && <Button onClick={clear}>{t("filter.clear")}</Button>}
        </div>
      </Sheet>
    </div>
  );
}
