import { Fragment } from "react";
import { Sheet } from "@/components/Sheet";
import { useSearchTexts } from "@/features/search/texts";
import styles from "./keysSheet.module.css";

const onApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const modified = onApple ? "⌘" : "Ctrl";
const keys = [
  { where: "everywhere", lines: [["search", `${modified} K`], ["help", "?"], ["close", "Esc"]] },
  { where: "list", lines: [["find", "/"], ["next", "j"], ["previous", "k"], ["open", "Enter"], ["create", "c"]] },
  { where: "record", lines: [["edit", "e"]] },
  { where: "form", lines: [["save", `${modified} Enter`]] },
] as const;

/** Which keys there are. */
export function KeysSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useSearchTexts();
  return (
    <Sheet open={open} title={t("help")} onClose={onClose}>
      <dl className={styles.keys}>
        {keys.map(({ where, lines }) => (
          <Fragment key={where}>
            <dt className={styles.where}>{t(`where.${where}`)}</dt>
            {lines.map(([name, key]) => (
              <dd key={name} className={styles.line}>
                <span>{t(`key.${name}`)}</span>
                <kbd className={styles.key}>{key}</kbd>
              </dd>
            ))}
          </Fragment>
        ))}
      </dl>
    </Sheet>
  );
}
