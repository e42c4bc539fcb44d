import { useParams } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { NotFound } from "@/components/NotFound";
import { PageHeader } from "@/components/PageHeader";
import { SkeletonRows } from "@/components/Skeleton";
import { useEntity } from "@/features/records/useEntity";
import { BackHome, BackToList } from "@/features/records/WayBack";
import { labelIn } from "@/i18n/labelIn";
import styles from "./duplicates.module.css";
import { Groups } from "./Groups";
import { MergedList } from "./MergedList";
import { RulesPanel } from "./RulesPanel";
import { useDuplicatesTexts } from "./texts";

/** /s/<store>/duplicates/customer: records that are likely the same, the likeliest first, and what was merged. */
export function DuplicatesPage() {
  const t = useDuplicatesTexts();
  const { i18n } = useTranslation();
  const { store, entity: name } = useParams({ from: "/_shell/s/$store/duplicates/$entity" });
  const [part, setPart] = useState<"found" | "merged">("found");
  const { entity, error } = useEntity(store, name);
  if (entity === null) return <NotFound home={<BackHome store={store} />} />;
  if (error) return <ErrorPanel whole error={error} />;
  if (!entity) return <SkeletonRows rows={8} />;
  const kind = labelIn(entity.label_plural, i18n.language);
  return (
    <div className={styles.page}>
      <PageHeader above={<BackToList store={store} entity={name} label={kind} />} title={t("title", { kind })} note={t("note")} />
      <Segmented
        className={styles.parts ?? ""}
        value={part}
        options={[
          { value: "found", label: t("found") },
          { value: "merged", label: t("mergedList") },
        ]}
        onChange={setPart}
      />
      <div className={styles.columns}>
        {part === "found" ? <Groups store={store} entity={entity} /> : <MergedList store={store} entity={entity} />}
        <RulesPanel store={store} entity={entity} />
      </div>
    </div>
  );
}
