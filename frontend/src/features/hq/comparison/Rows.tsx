import { DownloadOutlined } from "@ant-design/icons";
import { Button, Segmented } from "antd";
import { Panel } from "@/components/Panel";
import type { Comparison } from "./comparisonOf";
import { download } from "@/format/csv";
import { rowsAsCsv } from "./exportRows";
import { arrange } from "./ordering";
import noRows from "./noRows.module.css";
import styles from "./rows.module.css";
import { RowsTable } from "./RowsTable";
import { dimensions } from "./search";
import type { Dimension } from "./search";
import { SortChoice } from "./SortChoice";
import { useCompareTexts } from "./texts";
import { useFormats } from "./useFormats";
import type { ChangeView } from "./useView";
import type { View } from "./view";

/** The table that says all: what the charts draw, row by row. */
export function Rows(props: { comparison: Comparison; view: View; change: ChangeView }) {
  const { comparison, view, change } = props;
  const t = useCompareTexts();
  const { language } = useFormats();
  const { sort, pinned, measure } = view;
  const rows = arrange(comparison.rows, { sort, pinned, whole: comparison.whole.now, measure, language });

  function save(): void {
    const { from, to } = view.period;
    download(`${t("csv.name")}-${from}-${to}.csv`, rowsAsCsv(rows, comparison, view, t), "text/csv");
  }

  return (
    <Panel flush>
      <div className={styles.bar}>
        <Segmented<Dimension>
          aria-label={t("by.label")}
          value={view.by}
          onChange={(by) => change({ by, sort: undefined, pin: undefined, at: undefined })}
          options={dimensions.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
        <SortChoice view={view} onSort={(next) => change({ sort: next })} />
        <Button icon={<DownloadOutlined />} onClick={save}>
          {t("export")}
        </Button>
      </div>
      {rows.length === 0 ? (
        <p className={noRows.none}>{t("rows.none")}</p>
      ) : (
        <RowsTable rows={rows} comparison={comparison} view={view} change={change} />
      )}
      {comparison.notSelling > 0 && (
        <p className={styles.aside}>{t("rows.notSelling", { count: comparison.notSelling })}</p>
      )}
      <p className={styles.legend}>
        <span data-heat="-2" />
        <span data-heat="-1" />
        <span data-heat="0" />
        <span data-heat="1" />
        <span data-heat="2" />
        {t("rows.legend")}
      </p>
    </Panel>
  );
}
