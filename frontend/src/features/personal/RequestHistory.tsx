import { useQuery } from "@tanstack/react-query";
import { Panel } from "@/components/Panel";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { formatDateTime } from "@/format/date";
import type { PersonalData } from "./api";
import styles from "./personal.module.css";
import { usePersonalTexts } from "./texts";

/** Who exported or erased it, when and why. */
export function RequestHistory({ store, requests }: { store: string; requests: PersonalData["requests"] }) {
  const t = usePersonalTexts();
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  return (
    <Panel title={t("history")}>
      {requests.length === 0 && <p className={styles.soft}>{t("historyNone")}</p>}
      <ul className={styles.list}>
        {requests.map((one) => (
          <li key={one.id}>
            {t("requestLine", {
              who: people.find(({ id }) => id === one.by)?.name ?? t("somebody"),
              when: formatDateTime(one.at),
              what: t(`request.${one.kind}`),
              reason: t(`erase.reasons.${one.reason}`),
            })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
