import { Alert } from "antd";
import type { ReactNode } from "react";
import { lookUp } from "@/i18n/defineTexts";
import type { Problem } from "../api";
import type { Told } from "../sentence";
import styles from "./editor.module.css";

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

export function problemText({ code, params }: Pick<Problem, "code" | "params">): string {
  const told = params as Record<string, string | number>;
  return lookUp("rules", `problem.${code}`, told) ?? lookUp("errors", code, told) ?? code;
}
