import { Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/LanguageSwitch";
import { useCommonTexts } from "@/components/texts";
import styles from "./entranceFrame.module.css";
import { useEntranceTexts } from "./texts";

/** The calm frame of every page before the shell: brand, one card, language. */
export function EntranceFrame({ children }: { children?: ReactNode }) {
  const t = useEntranceTexts();
  const tCommon = useCommonTexts();
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <div className={styles.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <span>{tCommon("product")}</span>
          <span className={styles.tagline}>{t("tagline")}</span>
        </div>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <div className={styles.card}>
          {children ?? <Outlet />}
        </div>
      </main>
    </div>
  );
}
