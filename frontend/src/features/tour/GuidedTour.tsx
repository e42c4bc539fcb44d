import { Tour } from "antd";
import { useState } from "react";
import { stopsHere, tourOf } from "./stops";
import type { TourPlace } from "./stops";
import { useTourTexts } from "./texts";
import styles from "./tour.module.css";

export function GuidedTour({ place, roles, store, onEnd }: { place: TourPlace; roles: readonly string[]; store: string; onEnd: () => void }) {
  const t = useTourTexts();
  // It is put on a page that is there already, and taken off with it.
  const kind = tourOf(place, roles);
  const [here] = useState(() => stopsHere(kind));
  if (here.length === 0) return null;
  return (
    <Tour
      open
      onClose={onEnd}
      onFinish={onEnd}
      closable={{ "aria-label": t("skip") }}
      steps={here.map(({ name, target }, at) => ({
        // Keys of all kinds are checked to be alike in both languages by the test of the locales.
        title: t(`${kind}.${name}.title` as Parameters<typeof t>[0], { store }),
        description: t(`${kind}.${name}.text` as Parameters<typeof t>[0]),
        target,
        className: styles.bubble ?? "",
        // By the keyboard: Enter goes on, Esc ends it.
        nextButtonProps: { children: at === here.length - 1 ? t("finish") : t("next"), autoFocus: true },
        prevButtonProps: { children: t("previous") },
      }))}
    />
  );
}
