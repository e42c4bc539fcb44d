import { Link, useSearch } from "@tanstack/react-router";
import styles from "./entrance.module.css";
import { SignUpForm } from "./SignUpForm";
import { useEntranceTexts } from "./texts";

export function SignUpPage() {
  const t = useEntranceTexts();
  const { next } = useSearch({ from: "/_entrance/sign-up" });
  return (
    <>
      <h1 className={styles.title}>{t("signUp.title")}</h1>
      <p className={styles.note}>{t("signUp.note")}</p>
      <SignUpForm next={next} />
      <div className={styles.line}>
        <span>
          {t("signUp.haveAccount")} <Link to="/sign-in" search={next ? { next } : {}}>{t("signUp.signIn")}</Link>
        </span>
      </div>
    </>
  );
}
