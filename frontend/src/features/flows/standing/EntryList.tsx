import { formatDateTime } from "@/format/date";
import { lookUp } from "@/i18n/defineTexts";
import { portName } from "../said/telling";
import { FilesOf } from "../FilesOf";
import { nodeOf } from "../drawn/edits";
import type { Definition } from "../drawn/nodes";
import { useFlowTexts } from "../texts";
import type { Standing } from "./api";
import { reasonText } from "./reasonText";
import styles from "./standing.module.css";

type Details = { people?: string[]; for?: string; port?: string; to?: string; code?: string; before?: number; after?: number; outcome?: string };

/** All that happened, the latest first. */
export function EntryList({ store, standing, definition }: { store: string; standing: Standing; definition: Definition }) {
  const t = useFlowTexts();
  const nameAt = (id: string | undefined) => (id ? nodeOf(definition, id)?.name || id : "");
  function told(kind: string, node: string, details: Details): string {
    const at = nodeOf(definition, node);
    const words = {
      people: (details.people ?? []).join(t("comma")),
      port: at && details.port ? portName(at, details.port, t) : (details.port ?? ""),
      to: nameAt(details.to),
      reason: details.code ? reasonText(details.code) : "",
      before: details.before ?? "",
      after: details.after ?? "",
    };
    return lookUp("flows", `entry.${kind}`, words) ?? kind;
  }
  return (
    <>
      {standing.more && <p className={styles.soft}>{t("standing.more", { count: standing.entries.length })}</p>}
      <ol className={styles.entries}>
        {standing.entries.toReversed().map(({ id, at, node, kind, by, text, details, signature, files, files_gone }) => (
          <li key={id} className={styles.entry}>
            <span className={styles.soft}>{formatDateTime(at)}</span>
            <span>
              {node && <b>{nameAt(node)} </b>}
              {by ?? t("standing.itself")} {told(kind, node, details as Details)}
              {(details as Details).for && t("standing.instead", { name: (details as Details).for })}
              {signature && <span className={styles.soft}> {t("standing.signed")}</span>}
              {text && <span className={styles.said}>{text}</span>}
              <FilesOf store={store} entry={{ files, files_gone }} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
