import { MailOutlined, MessageOutlined } from "@ant-design/icons";
import { formatDateTime } from "@/format/date";
import type { SentMessage } from "@/api/types.gen";
import styles from "./outbox.module.css";
import { splitLinks } from "./splitLinks";
import { useOutboxTexts } from "./texts";

/** One message as its reader would see it; its addresses can be followed. */
export function Message({ message }: { message: SentMessage }) {
  const t = useOutboxTexts();
  const isMail = message.channel === "email";
  return (
    <article className={styles.message}>
      <header className={styles.head}>
        <span className={styles.channel}>
          {isMail ? <MailOutlined aria-hidden /> : <MessageOutlined aria-hidden />}
          {isMail ? t("email") : t("sms")}
        </span>
        <span>{t("to", { to: message.to })}</span>
        <time dateTime={message.sent_at}>{formatDateTime(message.sent_at)}</time>
      </header>
      {message.subject && <h2>{message.subject}</h2>}
      <p className={styles.body}>
        {splitLinks(message.body).map((piece) =>
          piece.link ? (
            <a key={piece.at} href={piece.text}>
              {piece.text}
            </a>
          ) : (
            <span key={piece.at}>{piece.text}</span>
          ),
        )}
      </p>
    </article>
  );
}
