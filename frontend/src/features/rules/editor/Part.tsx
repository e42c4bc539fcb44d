import { Alert } from "antd";
import type { ReactNode } from "react";
import type { Problem } from "../api";
import type { Told } from "../sentence";
import styles from "./editor.module.css";
import { problemText } from "./problemText";

/** What the parts of the editor share. */
export type PartProps = { store: string; told: Told; problems: Problem[] };

/** One of when, if, then, with what is wrong with it. */
export function Part({ title, problems, children }: { title: string; problems: Problem[]; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2>{title}</h2>
      <div className={styles.inside}>
        {children}
        <Problems problems={problems} />
      </div>
    </section>
  );
}

export function Problems({ problems }: { problems: Problem[] }) {
  return problems.map((one) => <Alert key={JSON.stringify(one)} type="warning" showIcon title={problemText(one)} />);
}
