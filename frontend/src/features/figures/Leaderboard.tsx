import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { leaderboardQuery, modelsQuery } from "./api";
import { BoardTable } from "./BoardTable";
import styles from "./board.module.css";
import type { Days } from "./search";
import { useFigureTexts } from "./texts";

type Props = { store: string; days: Days; by: "owner" | "series" };

/** Who brought in, drove and sold how much, or how much of which series; money for those who may see it. */
export function Leaderboard({ store, days, by }: Props) {
  const t = useFigureTexts();
  const board = useQuery(by === "series" ? modelsQuery(store, days) : leaderboardQuery(store, days));
  if (board.error) return <ErrorPanel error={board.error} onRetry={() => void board.refetch()} />;
  if (!board.data) return <SkeletonRows rows={7} />;
  if (board.data.lines.length === 0) return <EmptyState title={t("page.empty")} text={t("page.emptyText")} />;
  return (
    <>
      <p className={styles.span}>{t("page.span", { first: board.data.first, last: board.data.last })}</p>
      <BoardTable store={store} board={board.data} by={by} />
    </>
  );
}
