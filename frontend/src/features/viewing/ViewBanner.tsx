import { EyeOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useViewingTexts } from "./texts";
import { useViewing } from "./useViewing";
import styles from "./viewBanner.module.css";

/** Says all the time that one looks as somebody else, and ends it. */
export function ViewBanner({ store }: { store: string | undefined }) {
  const t = useViewingTexts();
  const { person, look } = useViewing();
  if (!person || person.store !== store) return null;
  return (
    <div className={styles.banner} role="status">
      <EyeOutlined aria-hidden />
      <span>{t("viewing", { name: person.name })}</span>
      <Button size="small" onClick={() => void look(null)}>
        {t("end")}
      </Button>
    </div>
  );
}
