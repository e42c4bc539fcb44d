import { useSyncExternalStore } from "react";
import { isServiceAway, onOutage } from "@/http/outage";
import styles from "./offlineNotice.module.css";
import { useCommonTexts } from "./texts";

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

export function OfflineNotice() {
  const t = useCommonTexts();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const away = useSyncExternalStore(onOutage, isServiceAway);
  return (
    <div role="status" className={styles.place}>
      {!online && <div className={styles.notice}>{t("offline")}</div>}
      {online && away && <div className={styles.notice}>{t("serviceAway")}</div>}
    </div>
  );
}
