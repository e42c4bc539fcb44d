import { SearchOutlined } from "@ant-design/icons";
import { lazy, useEffect, useState } from "react";
import { OnceOpen } from "@/components/OnceOpen";
import styles from "@/features/search/search.module.css";
import { useSearchTexts } from "@/features/search/texts";
import type { Place } from "./usePlace";

const Palette = lazy(async () => ({ default: (await import("./Palette")).Palette }));
const onApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The way into the one box: Ctrl or ⌘ with K, wherever one is; a magnifier on phones. */
export function OpenSearch({ place }: { place: Place }) {
  const t = useSearchTexts();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setOpen((before) => !before);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        className={styles.open}
        aria-haspopup="dialog"
        data-tour="search"
        aria-label={t("open")}
        onClick={() => setOpen(true)}
      >
        <SearchOutlined aria-hidden />
        <span className={styles.openWord}>{t("open")}</span>
        <kbd>{onApple ? "⌘ K" : "Ctrl K"}</kbd>
      </button>
      <OnceOpen open={open}>
        <Palette place={place} open={open} onClose={() => setOpen(false)} />
      </OnceOpen>
    </>
  );
}
