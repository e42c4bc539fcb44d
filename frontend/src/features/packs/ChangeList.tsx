import type { Change } from "./api";
import styles from "./packs.module.css";
import { ValueText } from "./ValueText";
import { usePlaceText } from "./usePlaceText";

/** From what to what, place by place. */
export function ChangeList({ changes, before, after }: { changes: Change[]; before: string; after: string }) {
  const placeText = usePlaceText();
  return (
    <dl className={styles.changes}>
      {changes.map((change) => (
        <div key={change.path}>
          <dt>{placeText(change.path)}</dt>
          <dd>
            <span className={styles.soft}>{before}</span> <ValueText value={change.before} />
          </dd>
          <dd>
            <span className={styles.soft}>{after}</span> <ValueText value={change.after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
