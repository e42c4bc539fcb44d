import { Typography } from "antd";
import type { Source } from "./api";
import styles from "@/components/exchange/exchange.module.css";
import { useSourceTexts } from "./texts";

/** Where to post, and what posts are signed with, to copy now or never. */
export function SourceSecret({ source, secret }: { source: Source; secret: string }) {
  const t = useSourceTexts();
  return (
    <dl className={styles.facts}>
      <dt>{t("secret.address")}</dt>
      <dd>
        <Typography.Text copyable code>{`${location.origin}${source.path}`}</Typography.Text>
      </dd>
      {source.kind === "form" ? (
        <>
          <dt>{t("secret.how")}</dt>
          <dd>{t("secret.form")}</dd>
        </>
      ) : (
        <>
          <dt>{t("secret.secret")}</dt>
          <dd>
            <Typography.Text copyable code>
              {secret}
            </Typography.Text>
          </dd>
          <dt>{t("secret.how")}</dt>
          <dd>
            {t("secret.sign")}
            <br />
            {t("secret.once")}
          </dd>
        </>
      )}
    </dl>
  );
}
