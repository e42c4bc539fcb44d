import { useInfiniteQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "../api/entities";
import { useRecordsTexts } from "../texts";
import { changes, timelineQuery } from "./api";
import styles from "./timeline.module.css";

type Props = { store: string; entity: Entity; entities: Entity[]; id: string; value: string; onChange: (kind: string) => void };

/** Of what the timeline tells: everything, or one kind. Nothing to choose where only changes are told. */
export function KindChoice({ store, entity, entities, id, value, onChange }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const kinds = useInfiniteQuery(timelineQuery(store, entity.name, id)).data?.pages[0]?.kinds ?? [];
  const around = entities.filter(({ name }) => kinds.includes(name));
  if (around.length === 0) return null;
  const options = [
    { value: "", label: t("timeline.all") },
    ...around.map(({ name, label }) => ({ value: name, label: labelIn(label, i18n.language) })),
    ...(kinds.includes("message") ? [{ value: "message", label: t("timeline.message") }] : []),
    { value: changes, label: t("timeline.changes") },
  ];
  return <Select className={styles.kind} aria-label={t("timeline.kind")} value={value} options={options} onChange={onChange} />;
}
