import { CheckCircleFilled, ClockCircleOutlined, WarningFilled } from "@ant-design/icons";
import { Button, Checkbox, Progress } from "antd";
import { useState } from "react";
import { Sheet } from "@/components/Sheet";
import { lookUp } from "@/i18n/defineTexts";
import styles from "./hqDesign.module.css";
import { useHqDesignTexts } from "./texts";
import type { Agreed, Run } from "./useSpread";

type Props = { run: Run; onStop: () => void; onAgain: (agreed: Agreed) => void; onClose: () => void };

/** How far it is, and store by store what came of it. */
export function RunSheet({ run, onStop, onAgain, onClose }: Props) {
  const t = useHqDesignTexts();
  const [agreed, setAgreed] = useState(false);
  const { stores, outcomes, running } = run;
  const failed = outcomes.filter(({ code }) => code);
  const rest = stores.length - outcomes.length;
  const agreeable = failed.some(({ code }) => code === "empty_values" || code === "field_in_use");
  const found = new Map(outcomes.map((outcome) => [outcome.store, outcome]));
  return (
    <Sheet open title={t("run.title", { title: run.target.title })} width={560} onClose={running ? onStop : onClose}>
      <div className={styles.form}>
        <div role="status">
          <Progress percent={stores.length === 0 ? 100 : Math.round((outcomes.length / stores.length) * 100)} size="small" />
          {running
            ? t("run.running", { done: outcomes.length, count: stores.length })
            : t(failed.length + rest === 0 ? "run.done" : "run.partly", { count: outcomes.length - failed.length, failed: failed.length + rest })}
        </div>
        <ul className={styles.stores}>
          {stores.map(({ slug, name }) => (
            <li key={slug}>
              <Mark code={found.get(slug)?.code} />
              <span className={styles.words}>
                <b>{name}</b>
                <span className={styles.soft}>
                  {found.has(slug) ? reasonOf(found.get(slug)?.code ?? "", found.get(slug)?.message ?? "", t("run.ok")) : t("run.waiting")}
                </span>
              </span>
            </li>
          ))}
        </ul>
        {!running && agreeable && (
          <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
            {t("run.accept")}
          </Checkbox>
        )}
        <div className={styles.buttons}>
          {running && <Button onClick={onStop}>{t("run.stop")}</Button>}
          {!running && failed.length + rest > 0 && (
            <Button onClick={() => onAgain(agreed ? { accept_empty: true, accept_use: true } : {})}>{t("run.again")}</Button>
          )}
          {!running && (
            <Button type="primary" onClick={onClose}>
              {t("run.close")}
            </Button>
          )}
        </div>
      </div>
    </Sheet>
  );
}

function Mark({ code }: { code: string | undefined }) {
  if (code === undefined) return <ClockCircleOutlined aria-hidden className={styles.soft} />;
  return code ? <WarningFilled aria-hidden className={styles.warning} /> : <CheckCircleFilled aria-hidden className={styles.holds} />;
}

/** Sentences with figures in them are the store's own business: there they fall back to the server's words. */
function reasonOf(code: string, message: string, ok: string): string {
  if (!code) return ok;
  const text = lookUp("errors", code);
  return text && !text.includes("{{") ? text : message;
}
