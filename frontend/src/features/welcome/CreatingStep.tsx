import { CheckCircleFilled, LoadingOutlined } from "@ant-design/icons";
import { useWelcomeTexts } from "./texts";
import styles from "./welcome.module.css";

/** What is happening while the store is made; it takes well under a second as a rule. */
export function CreatingStep({ made }: { made: boolean }) {
  const t = useWelcomeTexts();
  return (
    <div role="status" className={styles.creating}>
      <h1>{t("creating.title")}</h1>
      <div className={styles.creatingLine}>
        {made ? <CheckCircleFilled className={styles.done} aria-hidden /> : <LoadingOutlined aria-hidden />}
        {t("creating.store")}
      </div>
      {made && (
        <div className={styles.creatingLine}>
          <LoadingOutlined aria-hidden />
          {t("creating.enter")}
        </div>
      )}
    </div>
  );
}
