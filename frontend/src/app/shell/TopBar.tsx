import { DownOutlined } from "@ant-design/icons";
import { lazy, useState } from "react";
import { changeMe } from "@/api/sdk.gen";
import { LanguageSwitch } from "@/components/LanguageSwitch";
import { OnceOpen } from "@/components/OnceOpen";
import { useErrorNotice } from "@/components/errorNotice";
import { Bell } from "@/features/work/Bell";
import { HelpButton } from "@/features/help/HelpButton";
import { serverLanguage } from "@/i18n/i18n";
import { useShellTexts } from "../texts";
import { MeMenu } from "./MeMenu";
import { OpenSearch } from "./OpenSearch";
import styles from "./topBar.module.css";
import type { Place } from "./usePlace";

const StoreSwitcher = lazy(async () => ({ default: (await import("./StoreSwitcher")).StoreSwitcher }));

export function TopBar({ place }: { place: Place }) {
  const t = useShellTexts();
  const [switching, setSwitching] = useState(false);
  const showError = useErrorNotice();
  const name = place.kind === "hq" ? t("headquarters") : place.store?.name;
  return (
    <header className={styles.bar}>
      <button type="button" className={styles.place} aria-haspopup="dialog" onClick={() => setSwitching(true)}>
        <span className={styles.name}>{name ?? t("switch.title")}</span>
        {place.group && <span className={styles.group}>{place.group.name}</span>}
        <DownOutlined className={styles.arrow} aria-label={t("switch.title")} />
      </button>
      <div className={styles.tools}>
        {place.kind !== "none" && <OpenSearch place={place} />}
        {place.store && <Bell store={place.store.slug} />}
        <HelpButton />
        <LanguageSwitch
          onSwitch={(language) => void changeMe({ body: { language: serverLanguage[language] } }).catch(showError)}
        />
        <MeMenu />
      </div>
      <OnceOpen open={switching}>
        <StoreSwitcher open={switching} here={place.store?.slug} onClose={() => setSwitching(false)} />
      </OnceOpen>
    </header>
  );
}
