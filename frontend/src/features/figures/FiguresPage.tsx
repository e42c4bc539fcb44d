import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { PageHeader } from "@/components/PageHeader";
import styles from "./board.module.css";
import { Forecast } from "./Forecast";
import { Funnel } from "./Funnel";
import { Leaderboard } from "./Leaderboard";
import { boards, parts, periods } from "./search";
import type { FiguresSearch } from "./search";
import { useFigureTexts } from "./texts";

const from = "/_shell/s/$store/figures";

/** /s/<store>/figures: how far leads come, who sells how much, and what the next months may bring. */
export function FiguresPage() {
  const { store } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate({ from: "/s/$store/figures" });
  const t = useFigureTexts();
  const { board = "funnel", days = 30, by = "" } = search;
  const turn = (change: FiguresSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <PageHeader title={t("page.title")} />
      <nav className={styles.tabs} aria-label={t("page.title")}>
        {boards.map((one) => (
          <Link key={one} to="/s/$store/figures" params={{ store }} search={{ ...search, board: one }} aria-current={one === board ? "page" : undefined} className={styles.tab}>
            {t(`page.${one}`)}
          </Link>
        ))}
      </nav>
      {board !== "forecast" && (
        <div className={styles.bar}>
          <Segmented
            aria-label={t("page.period")}
            value={days}
            options={periods.map((value) => ({ value, label: value === 365 ? t("page.year") : t("page.last", { count: value }) }))}
            onChange={(value) => turn({ days: value })}
          />
          {board === "funnel" && <Segmented value={by} options={parts.map((value) => ({ value, label: t(`page.by.${value || "none"}`) }))} onChange={(value) => turn({ by: value })} />}
        </div>
      )}
      {board === "funnel" && <Funnel store={store} days={days} by={by} />}
      {board === "leaderboard" && <Leaderboard store={store} days={days} by="owner" />}
      {board === "models" && <Leaderboard store={store} days={days} by="series" />}
      {board === "forecast" && <Forecast store={store} />}
    </>
  );
}
