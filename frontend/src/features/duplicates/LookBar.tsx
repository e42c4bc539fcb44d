import { ReloadOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { useNow } from "@/components/useNow";
import { formatDateTime, formatSince } from "@/format/date";
import type { Look } from "./api";
import styles from "./duplicates.module.css";
import { useDuplicatesTexts } from "./texts";

/** Of which moment the groups are, and a look anew: with how far it is. */
export function LookBar({ look, busy, onLook }: { look: Look; busy: boolean; onLook: () => void }) {
  const t = useDuplicatesTexts();
  const now = useNow();
  const going = look.status === "waiting";
  return (
    <div className={styles.look}>
      <span className={styles.soft} role="status">
        {going && t("looking")}
        {!going && look.status === "failed" && t("lookFailed")}
        {!going && look.status !== "failed" && look.finished_at && (
          <span title={formatDateTime(look.finished_at)}>{t("lookedAt", { when: formatSince(look.finished_at, now) })}</span>
        )}
      </span>
      {going ? (
        <Progress className={styles.progress ?? ""} percent={look.percent} size="small" aria-label={t("looking")} />
      ) : (
        <Button icon={<ReloadOutlined />} loading={busy} onClick={onLook}>
          {t("lookAnew")}
        </Button>
      )}
    </div>
  );
}
