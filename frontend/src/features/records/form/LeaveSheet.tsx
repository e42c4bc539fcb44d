import { Button } from "antd";
import { Sheet } from "@/components/Sheet";
import { useRecordsTexts } from "../texts";
import styles from "./form.module.css";

/** Asked before unsaved changes would be lost. */
export function LeaveSheet(props: { open: boolean; onStay: () => void; onLeave: () => void }) {
  const t = useRecordsTexts();
  return (
    <Sheet open={props.open} title={t("unsaved.title")} onClose={props.onStay}>
      <p>{t("unsaved.text")}</p>
      <div className={styles.answers}>
        <Button danger onClick={props.onLeave}>
          {t("unsaved.leave")}
        </Button>
        <Button type="primary" onClick={props.onStay}>
          {t("unsaved.stay")}
        </Button>
      </div>
    </Sheet>
  );
}
