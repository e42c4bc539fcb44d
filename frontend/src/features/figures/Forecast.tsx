import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ForecastOut } from "@/api/types.gen";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { labelIn } from "@/i18n/labelIn";
import { forecastQuery } from "./api";
import styles from "./board.module.css";
import { useFigureTexts } from "./texts";
import { useFigureText } from "./useFigureText";

const days = 30;

/** The sales to be expected of three times 30 days, and what that is reckoned from. */
export function Forecast({ store }: { store: string }) {
  const t = useFigureTexts();
  const forecast = useQuery(forecastQuery(store));
  if (forecast.error) return <ErrorPanel error={forecast.error} onRetry={() => void forecast.refetch()} />;
  if (forecast.isPending) return <SkeletonRows rows={7} />;
  if (!forecast.data) return <EmptyState title={t("page.unseen")} />;
  if (forecast.data.cycle === null) return <EmptyState title={t("page.noSale")} />;
  return <Told store={store} forecast={forecast.data} cycle={forecast.data.cycle} />;
}

function Told({ store, forecast, cycle }: { store: string; forecast: ForecastOut; cycle: number }) {
  const t = useFigureTexts();
  const { i18n } = useTranslation();
  const text = useFigureText();
  const rounded = (value: number) => text(Math.round(value * 10) / 10, "count");
  return (
    <>
      <ul className={styles.months}>
        {forecast.months.map(({ open, coming }, index) => ({ open, coming, from: index * days + 1 })).map(({ open, coming, from }) => (
          <li key={from} className={styles.month}>
            <span className={styles.soft}>{t("page.month", { from, to: from + days - 1 })}</span>
            <strong className={styles.big}>{rounded(open + coming)}</strong>
            <span className={styles.soft}>
              {t("page.open")} {rounded(open)} · {t("page.coming")} {rounded(coming)}
            </span>
          </li>
        ))}
      </ul>
      <Panel title={t("page.sum")} flush>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {(["stage", "now", "rate", "ended", "expected"] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(`page.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {forecast.stages.map((stage) => (
                <tr key={stage.name}>
                  <th scope="row">{labelIn(stage.label, i18n.language)}</th>
                  <td>
                    <Link to="/s/$store/$section" params={{ store, section: "leads" }} search={{ filter: { combinator: "and", rules: [{ field: "status", operator: "=", value: stage.name }] } }}>
                      {rounded(stage.open)}
                    </Link>
                  </td>
                  <td title={stage.thin ? t("page.thin") : undefined}>
                    {text(stage.rate, "percent")}
                    {stage.thin && " *"}
                  </td>
                  <td>{rounded(stage.ended)}</td>
                  <td>{rounded(stage.expected)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {forecast.stages.some(({ thin }) => thin) && <p className={styles.note}>* {t("page.thin")}</p>}
        <p className={styles.note}>{t("page.how", { cycle: rounded(cycle), count: rounded(forecast.new_a_month) })}</p>
      </Panel>
    </>
  );
}
