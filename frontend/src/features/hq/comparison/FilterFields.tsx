import { Select } from "antd";
import type { Options } from "./api/options";
import { filterChoices } from "./filterChoices";
import styles from "./filters.module.css";
import { filterNames } from "./search";
import type { CompareSearch, FilterName, Filters } from "./search";
import { useCompareTexts } from "./texts";

/** One choice of several for each filter; nothing chosen means all. */
export function FilterFields(props: { options: Options; filters: Filters; onChange: (part: CompareSearch) => void }) {
  const { options, filters, onChange } = props;
  const t = useCompareTexts();
  const choices = filterChoices(options, filters, t("rows.blank"));

  function choose(name: FilterName, chosen: string[]): void {
    // A brand that is taken out takes its models along.
    const keepSeries = name !== "brand" || chosen.length === 0;
    onChange({ [name]: chosen, ...(keepSeries ? {} : { series: undefined }) });
  }

  return filterNames.map((name) => (
    <label key={name} className={styles.field}>
      <span>{t(`by.${name}`)}</span>
      <Select<string[]>
        mode="multiple"
        allowClear
        className={styles.select}
        value={filters[name]}
        options={choices[name]}
        placeholder={t("filter.all")}
        maxTagCount={1}
        maxTagTextLength={10}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={280}
        aria-label={t(`by.${name}`)}
        onChange={(chosen) => choose(name, chosen)}
      />
    </label>
  ));
}
