import { CheckCircleFilled } from "@ant-design/icons";
import { Input } from "antd";
import { useId } from "react";
import { flowText } from "../said/flow";
import { useFlowTexts } from "../texts";
import styles from "./designer.module.css";
import { ProblemList } from "./ProblemList";
import { useDesigner } from "./useDesigner";
import type { FlowState } from "./useFlow";

/** The flow as a whole: its name, what it says in plain words, and what is wrong with it. */
export function FlowProperties({ state }: { state: FlowState }) {
  const t = useFlowTexts();
  const id = useId();
  const { definition, telling, problems } = useDesigner();
  return (
    <section className={styles.properties} aria-label={t("whole")}>
      <h2>{t("whole")}</h2>
      <div className={styles.member}>
        <label htmlFor={id}>{t("name")}</label>
        <Input
          id={id}
          value={state.value.name}
          maxLength={60}
          onChange={({ target }) => state.put({ ...state.value, name: target.value }, "name")}
        />
      </div>
      <div className={styles.member}>
        <h3>{t("inWords")}</h3>
        <div className={styles.sentence} aria-live="polite">
          {flowText(definition, telling).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </div>
      <div className={styles.member}>
        <h3>{t("problems.title")}</h3>
        {problems.length === 0 ? (
          <p className={styles.fine}>
            <CheckCircleFilled aria-hidden /> {t("problems.none")}
          </p>
        ) : (
          <ProblemList />
        )}
      </div>
      <p className={styles.soft}>{t("wholeHint")}</p>
    </section>
  );
}
