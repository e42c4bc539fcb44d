import type { FormEventHandler, ReactNode, RefObject } from "react";
import styles from "./textField.module.css";

type FormProps = { ref: RefObject<HTMLFormElement | null>; onSubmit: FormEventHandler; noValidate: boolean };

/** A form of one column. */
export function Fields({ form, children }: { form: FormProps; children: ReactNode }) {
  return (
    <form {...form} className={styles.form}>
      {children}
    </form>
  );
}
