import { Typography } from "antd";
import { useWebhookTexts } from "./texts";
import styles from "@/components/exchange/exchange.module.css";

/** What deliveries are signed with, to copy now or never. */
export function Secret({ secret }: { secret: string }) {
  const t = useWebhookTexts();
  return (
    <div className={styles.form}>
      <Typography.Text copyable code className={styles.address ?? ""}>
        {secret}
      </Typography.Text>
      <p className={styles.soft}>{t("secret.once")}</p>
    </div>
  );
}
