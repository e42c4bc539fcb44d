import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { FigureBoardOut } from "@/api/types.gen";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { filterOf } from "@/features/records/filter";
import { listPath } from "@/features/records/paths";
import { useMe } from "@/features/session/useMe";
import { labelIn } from "@/i18n/labelIn";
import { funnelQuery } from "./api";
import { BoardTable } from "./BoardTable";
import styles from "./board.module.css";
import type { By, Days } from "./search";
import { useFigureTexts } from "./texts";
import { useFigureText } from "./useFigureText";

/** How many of the leads that came in got how far; each step leads to them. */
export function Funnel({ store, days, by }: { store: string; days: Days; by: By }) {
  const t = useFigureTexts();
  const { person: me } = useMe();
  const funnel = useQuery(funnelQuery(store, days, by, me.id));
  if (funnel.error) return <ErrorPanel error={funnel.error} onRetry={() => void funnel.refetch()} />;
  if (!funnel.data) return <SkeletonRows rows={7} />;
  const { data } = funnel;
  if (!data.whole.cells.some(({ value, before }) => value || before)) return <EmptyState title={t("page.empty")} text={t("page.emptyText")} />;
  return (
    <>
      <Panel title={t("page.span", { first: data.first, last: data.last })}>
        <Steps store={store} board={data} />
      </Panel>
      {(by === "owner" || by === "channel") && <BoardTable store={store} board={data} by={by} />}
    </>
  );
}

function Steps({ store, board }: { store: string; board: FigureBoardOut }) {
  const t = useFigureTexts();
  const { i18n } = useTranslation();
  const text = useFigureText();
  const most = Math.max(1, board.whole.cells[0]?.value ?? 0);
  const share = (part: number, of: number) => text(of > 0 ? part / of : null, "percent");
  return (
    <ol className={styles.steps}>
      {board.figures.map((figure, index) => {
        const cell = board.whole.cells[index];
        const filter = filterOf(cell?.filter);
        const value = cell?.value ?? null;
        const last = index > 0 ? (board.whole.cells[index - 1]?.value ?? 0) : 0;
        const counted = figure.unit === "count";
        return (
          <li key={figure.name}>
            <Link to={listPath(store, figure.entity)} search={filter ? { filter } : {}} className={styles.step} title={labelIn(figure.means, i18n.language)}>
              <span className={styles.stepName}>{labelIn(figure.label, i18n.language)}</span>
              <span className={styles.track} aria-hidden>
                {counted && <span className={styles.part} style={{ width: `${((value ?? 0) / most) * 100}%` }} />}
              </span>
              <span className={styles.number}>{text(value, figure.unit)}</span>
              <span className={styles.aside}>
                {counted && index > 0 && figure.better === "more" && <span>{t("page.ofLast", { value: share(value ?? 0, last) })}</span>}
                {counted && figure.better === "less" && <span>{t("page.ofAll", { value: share(value ?? 0, most) })}</span>}
                <span>{t("page.before", { value: text(cell?.before ?? null, figure.unit) })}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
