import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { useHq } from "@/features/session/useHq";
import { formatDateTime } from "@/format/date";
import { comparisonQuery } from "./api/comparison";
import type { Options } from "./api/options";
import { FiguresPanel } from "./FiguresPanel";
import { FilterBar } from "./FilterBar";
import { OrdersBehind } from "./OrdersBehind";
import type { Extent } from "./period";
import { Rows } from "./Rows";
import { everything } from "./search";
import { Shape } from "./Shape";
import styles from "./shape.module.css";
import { useCompareTexts } from "./texts";
import { useFormats } from "./useFormats";
import { useView } from "./useView";

/** Figures first, then the shape, then the rows. All of it follows the address. */
export function ComparisonOfStores({ options, extent }: { options: Options; extent: Extent }) {
  const t = useCompareTexts();
  const { slug } = useHq();
  const { language } = useFormats();
  const { view, change } = useView(extent);
  const { by, period, against, filters } = view;
  const comparison = useQuery(comparisonQuery(slug, { by, period, against, filters }));
  const before = useQuery({
    ...comparisonQuery(slug, { by: "month", period: against ?? period, against: null, filters }),
    enabled: against !== null,
  });
  const { data } = comparison;

  return (
    <>
      <PageHeader
        title={t("title")}
        note={data && t("freshness", { at: formatDateTime(data.readAt), last: extent.last })}
      />
      <FilterBar options={options} extent={extent} view={view} change={change} />
      {comparison.error && <ErrorPanel error={comparison.error} onRetry={() => void comparison.refetch()} />}
      {comparison.isPending && <SkeletonRows rows={10} />}
      {data && (
        <div
          data-stale={comparison.isPlaceholderData}
          className={styles.whole}
          aria-busy={comparison.isPlaceholderData}
        >
          {data.leftOut.length > 0 && (
            <Alert
              className={styles.leftOut}
              type="warning"
              showIcon
              title={t("unavailable", { names: data.leftOut.join(language === "en" ? ", " : "\u3001") })}
            />
          )}
          <FiguresPanel {...data.whole} view={view} onOpen={() => change({ at: everything })} />
          <Shape
            comparison={data}
            before={against && before.data ? before.data.whole.trend : null}
            view={view}
            onMeasure={(chosen) => change({ measure: chosen, sort: undefined })}
            onOpen={(key) => change({ at: key })}
          />
          <Rows comparison={data} view={view} change={change} />
          <OrdersBehind
            group={slug}
            view={view}
            row={data.rows.find((row) => row.key === view.at) ?? null}
            open={view.at === everything || data.rows.some((row) => row.key === view.at)}
            onClose={() => change({ at: undefined })}
          />
        </div>
      )}
    </>
  );
}
