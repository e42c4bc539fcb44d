import styles from "./me.module.css";
import { useMeTexts } from "./texts";

export function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = useMeTexts();
  return (
    <div className={styles.stack} role="status">
      <div>
        <strong>{t("mfa.codes")}</strong>
        <p className="cz-soft">{t("mfa.codesText")}</p>
      </div>
      <ul className={`${styles.codes} cz-mono`}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  );
}
