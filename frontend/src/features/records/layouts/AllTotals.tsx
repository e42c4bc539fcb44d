import { useQuery } from "@tanstack/react-query";
import type { Entity } from "../api/entities";
import type { ListSearch } from "../listSearch";
import { useRecordsTexts } from "../texts";
import { groupsQuery } from "./api";
import styles from "./layouts.module.css";
import { Totals } from "./Totals";

/** Sums of all that the list finds, whatever of it is on the screen. */
export function AllTotals({ store, entity, totals, search }: { store: string; entity: Entity; totals: string[]; search: ListSearch }) {
  const t = useRecordsTexts();
  const { data } = useQuery({ ...groupsQuery(store, entity.name, { by: "", totals }, search), enabled: totals.length > 0 });
  const [all] = data?.groups ?? [];
  if (!all || totals.length === 0) return null;
  return (
    <div className={styles.sums}>
      <span className={styles.quiet}>{t("layout.all")}</span>
      <Totals entity={entity} totals={all.totals} />
    </div>
  );
}
