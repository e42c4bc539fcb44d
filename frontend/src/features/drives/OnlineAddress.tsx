import { CopyOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Popconfirm } from "antd";
import { useState } from "react";
import { getDrivePageQr } from "@/api/sdk.gen";
import type { DrivePageOut } from "@/api/types.gen";
import { SuccessNote } from "@/components/SuccessNote";
import { useCommonTexts } from "@/components/texts";
import { inStore } from "@/http/inStore";
import styles from "./online.module.css";
import { useDriveTexts } from "./texts";

type Props = { store: string; page: DrivePageOut; renewing: boolean; onRenew: () => void };

/** To copy, to print, to look at, and to be replaced. */
export function OnlineAddress({ store, page, renewing, onRenew }: Props) {
  const t = useDriveTexts();
  const tCommon = useCommonTexts();
  const [copied, setCopied] = useState("");
  const address = `${window.location.origin}${page.path}`;
  const qr = useQuery({
    queryKey: ["store", store, "drive-page-qr", page.path],
    queryFn: async ({ signal }) => {
      const svg = await getDrivePageQr({ headers: inStore(store), signal, parseAs: "text" });
      return `data:image/svg+xml;utf8,${encodeURIComponent(String(svg))}`;
    },
  });
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(address);
    setCopied(address);
  }
  return (
    <div className={styles.address}>
      {qr.data && <img className={styles.qr} src={qr.data} alt={t("online.qr")} />}
      <div className={styles.words}>
        <div className={styles.link}>
          <Input aria-label={t("online.link")} readOnly value={address} onFocus={(event) => event.target.select()} />
          <Button type="primary" icon={<CopyOutlined />} onClick={() => void copy().catch(() => setCopied(""))}>
            {tCommon("copy")}
          </Button>
        </div>
        {copied === address && <SuccessNote text={tCommon("copied")} />}
        <div className={styles.link}>
          <a href={page.path} target="_blank" rel="noreferrer">
            {t("online.look")}
          </a>
          <Popconfirm title={t("online.renewSure")} okText={t("online.renewYes")} cancelText={tCommon("cancel")} onConfirm={onRenew}>
            <Button size="small" loading={renewing}>
              {t("online.renew")}
            </Button>
          </Popconfirm>
        </div>
      </div>
    </div>
  );
}
