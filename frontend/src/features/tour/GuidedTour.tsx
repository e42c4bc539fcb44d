import { Tour } from "antd";
import { useState } from "react";
import { stopsHere } from "./stops";
import type { TourPlace } from "./stops";
import { useTourTexts } from "./texts";
import styles from "./tour.module.css";

export function GuidedTour({ place, store, onEnd }: { place: TourPlace; store: string; onEnd: () => void }) {
  const t = useTourTexts();
  // It is put on a page that is there already, and taken off with it.
  const [here] = useState(() => stopsHere(place));
  if (here.length === 0) return null;
  return (
    <Tour
      open
      onClose={onEnd}
      onFinish={onEnd}
      closable={{ "aria-label": t("skip") }}
      steps={here.map(({ name, target }, at) => ({
        // Keys of the two places are checked to be alike in both languages by the test of the locales.
        title: t(`${place}.${name}.title` as Parameters<typeof t>[0], { store }),
        description: t(`${place}.${name}.text` as Parameters<typeof t>[0]),
        target,
        className: styles.bubble ?? "",
        nextButtonProps: { children: at === here.length - 1 ? t("finish") : t("next") },
        prevButtonProps: { children: t("previous") },
      }))}
    />
  );
}
