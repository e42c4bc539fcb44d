import { Segmented } from "antd";
import { useId } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useErrorNotice } from "@/components/errorNotice";
import { languageNames } from "@/components/LanguageSwitch";
import { Panel } from "@/components/Panel";
import { changeMe } from "@/api/sdk.gen";
import { languages, serverLanguage, switchLanguage } from "@/i18n/i18n";
import type { Language } from "@/i18n/i18n";
import { changeAppearance, densities, themes, useAppearance } from "@/theme/appearance";
import type { Density, Theme } from "@/theme/appearance";
import styles from "./me.module.css";
import { useMeTexts } from "./texts";

/** Language goes with the person, theme and density with the device. */
export function AppearancePanel() {
  const t = useMeTexts();
  const { i18n } = useTranslation();
  const { theme, density } = useAppearance();
  const showError = useErrorNotice();

  function choose(language: Language): void {
    void switchLanguage(language);
    changeMe({ body: { language: serverLanguage[language] } }).catch(showError);
  }

  return (
    <Panel title={t("appearance")}>
      <div className={styles.choices}>
        <Choice label={t("language")}>
          <Segmented<Language>
            value={i18n.language as Language}
            onChange={choose}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
        </Choice>
        <Choice label={t("theme.label")}>
          <Segmented<Theme>
            value={theme}
            onChange={(value) => changeAppearance({ theme: value })}
            options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
          />
        </Choice>
        <Choice label={t("density.label")}>
          <Segmented<Density>
            value={density}
            onChange={(value) => changeAppearance({ density: value })}
            options={densities.map((value) => ({ value, label: t(`density.${value}`) }))}
          />
        </Choice>
      </div>
    </Panel>
  );
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className={styles.choice} role="group" aria-labelledby={id}>
      <span id={id} className={styles.choiceLabel}>
        {label}
      </span>
      {children}
    </div>
  );
}
