import { Link } from "@tanstack/react-router";
import type { PartOut, UndoOut } from "@/api/types.gen";
import { sectionOf } from "@/features/records/sections";
import frame from "@/features/imports/frame/frame.module.css";
import { useImportsTexts } from "@/features/imports/texts";
import styles from "./result.module.css";

/** What an undo took back, and what it left alone and why. */
export function UndoOutcome({ undo, parts }: { undo: UndoOut; parts: PartOut[] }) {
  const t = useImportsTexts();
  const nameOf = (slug: string) => parts.find(({ store }) => store?.slug === slug)?.store?.name ?? slug;
  return (
    <div className={frame.stack}>
      <p>{t(undo.kept > 0 ? "undo.doneKept" : "undo.done")}</p>
      {undo.stores_left.length > 0 && (
        <p className={frame.soft}>{t("undo.storesLeft", { stores: undo.stores_left.join(t("comma")) })}</p>
      )}
      {undo.kept_records.length > 0 && (
        <details className={styles.kept}>
          <summary>{t("undo.showKept", { count: undo.kept_records.length })}</summary>
          <ul>
            {undo.kept_records.map(({ store, entity, id, reason }) => {
              const section = sectionOf(entity);
              return (
                <li key={`${store}${id}`}>
                  {section ? (
                    <Link to="/s/$store/$section/$id" params={{ store, section, id }}>
                      {t(`undo.entity.${section}`)}
                    </Link>
                  ) : (
                    entity
                  )}{" "}
                  {`${nameOf(store)} · ${t(`undo.reason.${reason}`)}`}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </div>
  );
}
