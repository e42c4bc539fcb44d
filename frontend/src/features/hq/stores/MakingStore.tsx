import { CheckCircleFilled, LoadingOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import type { StoreCard } from "@/api/types.gen";
import { useCommonTexts } from "@/components/texts";
import styles from "./stores.module.css";
import { useStoresTexts } from "./texts";

/** What is happening while a store is made, and the way in once it is there. */
export function MakingStore({ name, made, onClose }: { name: string; made: StoreCard | null; onClose: () => void }) {
  const t = useStoresTexts();
  const tCommon = useCommonTexts();
  const navigate = useNavigate();
  const mark = made ? <CheckCircleFilled aria-hidden className={styles.done} /> : <LoadingOutlined aria-hidden />;
  return (
    <div className={styles.making} role="status">
      <p className={styles.makingTitle}>{made ? t("making.done", { name: made.name }) : t("making.title", { name })}</p>
      <div>
        {mark} {t("making.space")}
      </div>
      {made && (
        <div>
          {mark} {t("making.list")}
        </div>
      )}
      {made && (
        <div className={styles.buttons}>
          <Button onClick={onClose}>{tCommon("close")}</Button>
          <Button type="primary" onClick={() => void navigate({ to: "/s/$store", params: { store: made.slug } })}>
            {t("enter")}
          </Button>
        </div>
      )}
    </div>
  );
}
