import { useNow } from "@/components/useNow";
import { formatSince } from "@/format/date";
import type { Message } from "./api";
import { isHeld } from "./held";
import styles from "./messages.module.css";
import { StateTag } from "./StateTag";
import { useMessageTexts } from "./texts";

/** One message: how far it got, to whom, what it says, why it was written. */
export function MessageLine({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const t = useMessageTexts();
  const now = useNow();
  const { code } = message;
  return (
    <li className={styles.line}>
      <button type="button" className={styles.open} onClick={onOpen}>
        <StateTag state={message.state} />
        <span className={styles.words}>
          <span>
            <b>{message.title ?? (message.why_kind === "trial" ? t("trial.name") : t("hiddenRecord"))}</b>{" "}
            <span className={styles.soft}>
              {t(`channel.${message.channel}`)} {message.address}
            </span>
          </span>
          <span className={styles.text}>{message.text ?? t("hiddenText")}</span>
          <span className={`${styles.soft} cz-small`}>
            <Why message={message} />
            {code && message.state !== "sent" && ` · ${isHeld(code) ? t(`held.${code}`) : t("providerSaid", { code })}`}
          </span>
        </span>
        <span className={`${styles.soft} cz-small`}>{formatSince(message.at, now)}</span>
      </button>
    </li>
  );
}

/** "规则“保养提醒”", "张三手动发送". */
export function Why({ message }: { message: Message }) {
  const t = useMessageTexts();
  const kind = message.why_kind === "rule" || message.why_kind === "flow" || message.why_kind === "trial" ? message.why_kind : "person";
  return <>{t(`why.${kind}`, { name: message.why_name })}</>;
}
