import type { Channel } from "./api";
import styles from "./messages.module.css";
import { useMessageTexts } from "./texts";

/** A message as it looks where it is read. */
export function Bubble({ channel, sign = "", subject, text }: { channel: Channel; sign?: string; subject: string | null; text: string | null }) {
  const t = useMessageTexts();
  return (
    <div className={styles.phone} aria-label={t("asRead")}>
      <div className={styles.from}>{t(`channel.${channel}`)}</div>
      <div className={styles.bubble}>
        {subject && <b>{subject}</b>}
        {subject && <br />}
        {sign && `【${sign}】`}
        {text ?? <span className={styles.soft}>{t("hiddenText")}</span>}
      </div>
    </div>
  );
}
