import { Button } from "antd";
import { useState } from "react";
import { useCommonTexts } from "@/components/texts";
import type { Pack } from "./pack";
import { useWelcomeTexts } from "./texts";
import styles from "./welcome.module.css";

const packs = ["dealer", "repair"] as const satisfies readonly Pack[];

export function PackStep(props: { value: Pack; onBack: () => void; onNext: (pack: Pack) => void }) {
  const t = useWelcomeTexts();
  const tCommon = useCommonTexts();
  const [chosen, setChosen] = useState(props.value);
  return (
    <>
      <h1 className={styles.title}>{t("pack.title")}</h1>
      <p className={styles.note}>{t("pack.note")}</p>
      <fieldset className={styles.packs} aria-label={t("pack.title")}>
        {packs.map((pack) => (
          <label key={pack} className={styles.pack}>
            <input type="radio" name="pack" value={pack} checked={chosen === pack} onChange={() => setChosen(pack)} />
            <span className={styles.packName}>{t(`pack.${pack}`)}</span>
            <span className={styles.packText}>{t(`pack.${pack}Text`)}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.buttons}>
        <Button onClick={props.onBack}>{tCommon("back")}</Button>
        <Button type="primary" onClick={() => props.onNext(chosen)}>
          {t("next")}
        </Button>
      </div>
    </>
  );
}
