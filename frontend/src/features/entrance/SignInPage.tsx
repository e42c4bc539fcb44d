import { Link, useSearch } from "@tanstack/react-router";
import { SuccessNote } from "@/components/SuccessNote";
import styles from "./entrance.module.css";
import { SignInForm } from "./SignInForm";
import { useEntranceTexts } from "./texts";

export function SignInPage() {
  const t = useEntranceTexts();
  const { next, done } = useSearch({ from: "/_entrance/sign-in" });
  return (
    <>
      <h1 className={styles.title}>{t("signIn.title")}</h1>
      {done && (
        <div className={styles.done}>
          <SuccessNote text={t("reset.done")} />
        </div>
      )}
      <SignInForm next={next} />
      <div className={styles.line}>
        <span>
          {t("signIn.noAccount")} <Link to="/sign-up" search={next ? { next } : {}}>{t("signIn.create")}</Link>
        </span>
        <Link to="/forgot-password">{t("signIn.forgot")}</Link>
      </div>
    </>
  );
}
