import { SwapOutlined } from "@ant-design/icons";
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useImportsTexts } from "../texts";
import styles from "./frame.module.css";

/** Holds a wide or long table; it can be scrolled by keyboard too, and says so when columns are out of sight. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  const t = useImportsTexts();
  const regionRef = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);

  useEffect(() => {
    const region = regionRef.current;
    if (!region) return;
    const observer = new ResizeObserver(() => setWide(region.scrollWidth > region.clientWidth + 1));
    for (const part of [region, ...region.children]) observer.observe(part);
    return () => observer.disconnect();
  }, []);

  return (
    <>
      {wide && (
        <p className={styles.sideways}>
          <SwapOutlined aria-hidden /> {t("sideways")}
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={regionRef} className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
        {children}
      </div>
    </>
  );
}
