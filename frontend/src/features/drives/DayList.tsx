import { Link } from "@tanstack/react-router";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { DriverOut } from "@/api/types.gen";
import { useWords } from "@/features/fields/useWords";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import type { Entity } from "@/features/records/api/entities";
import { recordPath } from "@/features/records/paths";
import { recordTitle } from "@/features/records/recordTitle";
import { labelIn } from "@/i18n/labelIn";
import { laneOf, lanesOf } from "./lanes";
import { useDriveTexts } from "./texts";
import { clockOf } from "./times";
import styles from "./schedule.module.css";

type Props = { store: string; by: "car" | "owner"; rows: Row[]; cars: Row[]; drivers: DriverOut[]; entity: Entity };

/** The day on a phone: who goes when, below the car or the advisor. */
export function DayList({ store, by, rows, cars, drivers, entity }: Props) {
  const t = useDriveTexts();
  const { i18n } = useTranslation();
  const words = useWords();
  const states = entity.fields.find(({ name }) => name === "status")?.choices ?? [];
  const lanes = lanesOf(by, rows, cars, drivers);
  return (
    <div className={styles.list}>
      {rows.length === 0 && <p className={styles.none}>{t("none")}</p>}
      {lanes.map((lane) => {
        const own = rows.filter((row) => laneOf(by, row) === lane.id);
        if (own.length === 0 && !lane.away) return null;
        return (
          <section key={lane.id}>
            <h2 className={styles.lane}>{lane.away ? t("away", { name: lane.title }) : lane.title}</h2>
            {own.map((row) => {
              const state = states.find(({ value }) => value === row["status"]);
              return (
                <Link key={idOf(row)} className={styles.drive} to={recordPath(store, entity.name, idOf(row))}>
                  <span className={styles.time}>{`${clockOf(row["starts_at"])}–${clockOf(row["ends_at"])}`}</span>
                  <span className={styles.who}>{recordTitle(entity, row, words)}</span>
                  {state && <Tag>{labelIn(state.label, i18n.language)}</Tag>}
                </Link>
              );
            })}
          </section>
        );
      })}
    </div>
  );
}
