import { Outlet } from "@tanstack/react-router";
import { App } from "antd";
import { Suspense } from "react";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { TourProvider } from "@/features/tour/TourProvider";
import { ViewBanner } from "@/features/viewing/ViewBanner";
import { WordsProvider } from "@/theme/WordsProvider";
import { BottomTabs } from "./BottomTabs";
import { Rail } from "./Rail";
import styles from "./shell.module.css";
import { Shortcuts } from "./Shortcuts";
import { TopBar } from "./TopBar";
import { usePlace } from "./usePlace";

/** Rail and top bar on desktops, bottom tabs on phones; the page scrolls in `main`. */
export function Shell() {
  const t = useCommonTexts();
  const place = usePlace();
  return (
    <WordsProvider>
      <App className={`${styles.shell} ${place.kind === "hq" ? styles.hq : ""}`}>
        <TourProvider place={place.kind} ready={place.entries.length > 1} store={place.store}>
          <a className={styles.skip} href="#main">
            {t("skip")}
          </a>
          <Rail place={place} />
          <TopBar place={place} />
          <main id="main" data-scroll-restoration-id="main" className={styles.main} tabIndex={-1}>
            <ViewBanner store={place.store?.slug} />
            <Suspense fallback={<SkeletonRows />}>
              <Outlet />
            </Suspense>
          </main>
          <BottomTabs place={place} />
          <Shortcuts />
        </TourProvider>
      </App>
    </WordsProvider>
  );
}
