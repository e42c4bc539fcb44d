import { CopyOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import type { NewToken } from "@/api/types.gen";
import { SuccessNote } from "@/components/SuccessNote";
import { useCommonTexts } from "@/components/texts";
import { formatDateTime } from "@/format/date";
import { ApiDocument } from "./ApiDocument";
import { sampleCall } from "./sample";
import { useTokensTexts } from "./texts";
import styles from "./tokens.module.css";

/** The secret, to copy now or never, and a call that uses it. */
export function NewSecret({ token, store, onDone }: { token: NewToken; store: string; onDone: () => void }) {
  const t = useTokensTexts();
  const tCommon = useCommonTexts();
  const id = useId();
  const [copied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(token.token);
    setCopied(true);
  }
  return (
    <div className={styles.form}>
      <div className={styles.field}>
        <label htmlFor={id}>{t("secret")}</label>
        <div className={styles.secret}>
          <Input id={id} readOnly className="cz-mono" value={token.token} onFocus={(event) => event.target.select()} />
          <Button type="primary" icon={<CopyOutlined />} onClick={() => void copy().catch(() => setCopied(false))}>
            {tCommon("copy")}
          </Button>
        </div>
      </div>
      {copied && <SuccessNote text={tCommon("copied")} />}
      <p>{t("once", { at: formatDateTime(token.expires_at) })}</p>
      <div className={styles.field}>
        <span>{t("sample")}</span>
        <pre className={styles.code}>{sampleCall(store, token.token)}</pre>
        <ApiDocument store={store} />
      </div>
      <div className={styles.buttons}>
        <Button type="primary" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
