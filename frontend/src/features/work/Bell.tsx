import { BellOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { lazy, useState } from "react";
import { Count } from "@/components/Count";
import { OnceOpen } from "@/components/OnceOpen";
import { waitingQuery } from "./api";
import { useWorkTexts } from "./texts";
import styles from "./bell.module.css";

const NoticesSheet = lazy(async () => ({ default: (await import("./NoticesSheet")).NoticesSheet }));

/** What one was told, behind a bell that says how much of it was not read. */
export function Bell({ store }: { store: string }) {
  const t = useWorkTexts();
  const [open, setOpen] = useState(false);
  const unread = useQuery(waitingQuery(store)).data?.notices ?? 0;
  return (
    <>
      <button type="button" className={styles.bell} aria-haspopup="dialog" aria-label={unread ? t("notices.open", { count: unread }) : t("notices.openNone")} onClick={() => setOpen(true)}>
        <Count count={unread}>
          <BellOutlined className={styles.bellIcon} aria-hidden />
        </Count>
      </button>
      <OnceOpen open={open}>
        <NoticesSheet store={store} unread={unread} open={open} onClose={() => setOpen(false)} />
      </OnceOpen>
    </>
  );
}
