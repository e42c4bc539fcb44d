import { CheckOutlined, ClockCircleOutlined, RightOutlined, RiseOutlined, WarningOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type { MorningFigureOut } from "@/api/types.gen";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { filterOf } from "@/features/records/filter";
import { listPath } from "@/features/records/paths";
import { labelIn } from "@/i18n/labelIn";
import { morningQuery } from "./api";
import styles from "./figures.module.css";
import { useFigureTexts } from "./texts";
import { useFigureText } from "./useFigureText";

type State = MorningFigureOut["state"];
const signs = {
  worse: WarningOutlined,
  usual: CheckOutlined,
  better: RiseOutlined,
  now: ClockCircleOutlined,
} satisfies Record<State, ComponentType>;

/** What went worst in the store yesterday, first; each figure leads to the records behind it. */
export function MorningPanel({ store }: { store: string }) {
  const t = useFigureTexts();
  const morning = useQuery(morningQuery(store));
  const { day = "", first = "", last = "", figures = [] } = morning.data ?? {};
  // Where neither happened anything nor ever does, nothing is said.
  const told = figures.filter(({ value, usual }) => value || usual);
  return (
    <Panel title={t("morning", { day })} extra={<span className={styles.soft}>{t("worst")}</span>} flush>
      {morning.isPending && <SkeletonRows rows={6} />}
      {morning.error && <ErrorPanel error={morning.error} onRetry={() => void morning.refetch()} />}
      {morning.data && told.length === 0 && <EmptyState title={t("quiet")} />}
      {told.length > 0 && (
        <ul className={styles.rows}>
          {told.map((figure) => (
            <FigureLine key={figure.name} store={store} figure={figure} />
          ))}
        </ul>
      )}
      {told.length > 0 && <p className={styles.note}>{t("against", { first, last })}</p>}
    </Panel>
  );
}

function FigureLine({ store, figure }: { store: string; figure: MorningFigureOut }) {
  const t = useFigureTexts();
  const { i18n } = useTranslation();
  const text = useFigureText();
  const filter = filterOf(figure.filter);
  const Sign = signs[figure.state];
  return (
    <li>
      <Link to={listPath(store, figure.entity)} search={filter ? { filter } : {}} className={styles.row} title={labelIn(figure.means, i18n.language)}>
        <span className={styles.state} data-state={figure.state}>
          <Sign aria-hidden /> {t(`state.${figure.state}`)}
        </span>
        <span className={styles.label}>{labelIn(figure.label, i18n.language)}</span>
        <span className={styles.value}>{text(figure.value, figure.unit)}</span>
        <span className={styles.usual}>{figure.usual === null ? t("nothing") : t("usual", { value: text(figure.usual, figure.unit) })}</span>
        <RightOutlined aria-hidden className={styles.arrow} />
      </Link>
    </li>
  );
}
