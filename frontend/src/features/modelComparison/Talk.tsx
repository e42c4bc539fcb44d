import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Panel } from "@/components/Panel";
import { linkOf } from "@/features/fields/shapes";
import type { Row } from "@/features/records/api/list";
import { recordQuery } from "@/features/records/api/record";
import { recordPath } from "@/features/records/paths";
import styles from "./comparison.module.css";
import { useComparisonTexts } from "./texts";

/** Of each series once: its rivals, and what to say of it. */
export function Talk({ store, trims }: { store: string; trims: Row[] }) {
  const t = useComparisonTexts();
  const links = trims.flatMap((row) => linkOf(row["series"]) ?? []);
  const series = links.filter((one, index) => links.findIndex(({ id }) => id === one.id) === index);
  const found = useQueries({ queries: series.map(({ id }) => recordQuery(store, "series", id)) });
  if (series.length === 0) return null;
  return (
    <Panel title={t("talk")}>
      <div className={styles.talks}>
        {series.map((one, index) => {
          const row = found[index]?.data?.record;
          const said = (["rivals", "talking_points"] as const).filter((name) => row?.[name]);
          return (
            <section key={one.id} className={styles.talk}>
              <h3>
                <Link to={recordPath(store, "series", one.id)}>{one.title}</Link>
              </h3>
              {said.map((name) => (
                <div key={name}>
                  <p className="cz-soft">{t(name === "rivals" ? "rivals" : "points")}</p>
                  <p className={styles.words}>{String(row?.[name])}</p>
                </div>
              ))}
              {row && said.length === 0 && (
                <p className="cz-soft">
                  {t("silent")} <Link to={recordPath(store, "series", one.id)}>{t("write")}</Link>
                </p>
              )}
            </section>
          );
        })}
      </div>
    </Panel>
  );
}
