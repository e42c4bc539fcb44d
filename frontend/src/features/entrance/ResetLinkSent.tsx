import { MailOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import styles from "./entrance.module.css";
import { OutboxHint } from "./OutboxHint";
import { useEntranceTexts } from "./texts";

export function ResetLinkSent({ email }: { email: string }) {
  const t = useEntranceTexts();
  return (
    <EmptyState
      whole
      icon={<MailOutlined />}
      title={t("forgot.sentTitle")}
      text={t("forgot.sentText", { email })}
      actions={
        <div className={styles.stack}>
          <OutboxHint label={t("forgot.outbox")} />
          <Link to="/sign-in">{t("forgot.back")}</Link>
        </div>
      }
    />
  );
}
