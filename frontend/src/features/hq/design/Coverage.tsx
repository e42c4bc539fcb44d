import { CheckCircleFilled, WarningFilled } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { StateOut } from "@/api/types.gen";
import { Sheet } from "@/components/Sheet";
import styles from "./hqDesign.module.css";
import { coverageOf } from "./states";
import { useHqDesignTexts } from "./texts";

type Props = { title: string; everywhere: boolean; states: StateOut[]; onAgain: (stores: StateOut[]) => void };

/** In how many stores it is; a click says store by store, and what can be mended is tried again. */
export function Coverage({ title, everywhere, states, onAgain }: Props) {
  const t = useHqDesignTexts();
  const [open, setOpen] = useState(false);
  const { has, of, wrong } = coverageOf(states);
  const said = wrong.length > 0 ? t("coverage.partly", { has, of }) : t(everywhere ? "coverage.all" : "coverage.chosen", { count: of });
  return (
    <>
      <Button
        size="small"
        aria-label={t("coverage.of", { title, said })}
        icon={wrong.length > 0 ? <WarningFilled className={styles.warning} /> : <CheckCircleFilled className={styles.holds} />}
        onClick={() => setOpen(true)}
      >
        {said}
      </Button>
      <Sheet open={open} title={t("coverage.title", { title })} width={560} onClose={() => setOpen(false)}>
        <div className={styles.form}>
          {everywhere && <p className={styles.soft}>{t("coverage.toCome")}</p>}
          <ul className={styles.stores}>
            {states.map((one) => (
              <li key={one.store}>
                {one.state === "same" ? (
                  <CheckCircleFilled aria-hidden className={styles.holds} />
                ) : (
                  <WarningFilled aria-hidden className={styles.warning} />
                )}
                <span className={styles.words}>
                  <b>{one.name}</b>
                  <span className={styles.soft}>
                    {t(`state.${one.state}`)}
                    {one.differs.length > 0 && t("state.members", { members: one.differs.map((name) => t(memberKey(name))).join("、") })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <div className={styles.buttons}>
            {wrong.length > 0 && (
              <Button
                type="primary"
                onClick={() => {
                  setOpen(false);
                  onAgain(wrong);
                }}
              >
                {t("coverage.again", { count: wrong.length })}
              </Button>
            )}
          </div>
        </div>
      </Sheet>
    </>
  );
}

const members = [
  "label", "help", "section", "in_list", "required", "options", "settings", "formula", "sensitivity", "default", "unique", "searchable", "plural", "icon",
] as const;

function memberKey(name: string): `member.${(typeof members)[number]}` {
  return `member.${members.find((one) => one === name) ?? "settings"}`;
}
