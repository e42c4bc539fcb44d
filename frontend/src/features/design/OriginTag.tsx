import { LockOutlined } from "@ant-design/icons";
import type { DesignedFieldOut } from "@/api/types.gen";
import styles from "./design.module.css";
import { useDesignTexts } from "./texts";

/** Who made it: the product, headquarters (which alone may change it), the store. */
export function OriginTag({ origin }: { origin: DesignedFieldOut["origin"] }) {
  const t = useDesignTexts();
  return (
    <span className={styles.tag} data-origin={origin} title={origin === "hq" ? t("hqLocked") : undefined}>
      {origin === "hq" && <LockOutlined aria-hidden />}
      {t(`origin.${origin}`)}
    </span>
  );
}
