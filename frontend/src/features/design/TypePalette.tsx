import { Input } from "antd";
import { useState } from "react";
import type { FieldKind } from "@/features/fields/field";
import styles from "./design.module.css";
import { typeGroups } from "./types";
import { useDesignWords } from "./useDesignWords";

/** All types of field, in groups, each with a sentence; narrowed by typing. */
export function TypePalette({ onChoose }: { onChoose: (type: FieldKind) => void }) {
  const { t, say, type: typeName } = useDesignWords();
  const [wanted, setWanted] = useState("");
  const fits = (type: FieldKind) =>
    `${typeName(type)} ${say(`typeText.${type}`)}`.toLowerCase().includes(wanted.trim().toLowerCase());
  const groups = typeGroups
    .map(({ key, types }) => ({ key, types: types.filter(fits) }))
    .filter(({ types }) => types.length > 0);
  return (
    <div className={styles.form}>
      <Input
        allowClear
        aria-label={t("field.find")}
        placeholder={t("field.find")}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {groups.length === 0 && <p className={styles.soft}>{t("field.noType")}</p>}
      {groups.map(({ key, types }) => (
        <section key={key} className={styles.part} aria-label={say(`group.${key}`)}>
          <h3>{say(`group.${key}`)}</h3>
          <div className={styles.types}>
            {types.map((type) => (
              <button key={type} type="button" className={styles.type} onClick={() => onChoose(type)}>
                <b>{typeName(type)}</b>
                <span className={styles.soft}>{say(`typeText.${type}`)}</span>
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
