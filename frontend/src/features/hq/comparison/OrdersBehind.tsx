import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { useMediaQuery } from "@/theme/useMediaQuery";
import { ordersBehindQuery } from "./api/ordersBehind";
import { measures } from "./figures";
import type { Row } from "./figures";
import { Gap } from "./Gap";
import styles from "./ordersBehind.module.css";
import { rangeText } from "./periodNames";
import { useCompareTexts } from "./texts";
import { useFormats } from "./useFormats";
import { narrowed } from "./view";
import type { View } from "./view";

/** The stores whose orders make up a figure, each leading to those very orders. `row` null: the whole. */
export function OrdersBehind(props: {
  group: string;
  view: View;
  row: Row | null;
  open: boolean;
  onClose: () => void;
}) {
  const { group, view, row, open, onClose } = props;
  const t = useCompareTexts();
  const formats = useFormats();
  const phone = useMediaQuery("(max-width: 767px)");
  const asked = narrowed(view, row);
  const behind = useQuery({ ...ordersBehindQuery(group, asked), enabled: open });
  const name = row ? row.label || t("rows.blank") : t("behind.all");

  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t("behind.title", { name })}
      placement={phone ? "bottom" : "right"}
      size={phone ? "85%" : 560}
      destroyOnHidden
    >
      <p className={styles.note}>{rangeText(asked.period, t)}</p>
      {behind.isPending && <SkeletonRows />}
      {behind.error && <ErrorPanel error={behind.error} onRetry={() => void behind.refetch()} />}
      {behind.data?.stores.length === 0 && <p className={styles.note}>{t("behind.none")}</p>}
      {behind.data && behind.data.stores.length > 0 && (
        <>
          <table className={styles.table}>
            <caption className="cz-hidden">{t("behind.title", { name })}</caption>
            <thead>
              <tr>
                <th scope="col">{t("behind.store")}</th>
                {measures.map((measure) => (
                  <th key={measure} scope="col">
                    {t(`measure.${measure}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {behind.data.stores.map((store) => (
                <tr key={store.slug}>
                  <th scope="row">
                    <Link
                      to="/s/$store/$section"
                      params={{ store: store.slug, section: "orders" }}
                      search={store.filter ? { filter: store.filter } : {}}
                    >
                      {store.name}
                    </Link>
                  </th>
                  {measures.map((measure) => (
                    <td key={measure} title={formats.full(store.figures, measure)}>
                      {formats.short(store.figures, measure)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t("behind.total")}</th>
                {measures.map((measure) => (
                  <td key={measure} title={formats.full(behind.data.whole, measure)}>
                    {formats.short(behind.data.whole, measure)}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
          <p className={styles.note}>{t("behind.note")}</p>
          {view.against && view.by !== "month" && <Gap asked={asked} against={view.against} view={view} />}
        </>
      )}
    </Drawer>
  );
}
