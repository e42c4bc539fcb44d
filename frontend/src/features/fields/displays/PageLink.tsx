import { CheckOutlined, CopyOutlined, QrcodeOutlined } from "@ant-design/icons";
import { Button, Popover, QRCode, Tooltip } from "antd";
import { useState } from "react";
import { useCommonTexts } from "@/components/texts";
import { useFieldTexts } from "../texts";
import styles from "./displays.module.css";

/** A page for strangers, by its address: to open, to copy, and to be scanned from this screen. */
export function PageLink({ path }: { path: string }) {
  const t = useFieldTexts();
  const tCommon = useCommonTexts();
  const [copied, setCopied] = useState(false);
  const address = window.location.origin + path;
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  }
  return (
    <span className={styles.page}>
      <a href={address} target="_blank" rel="noopener noreferrer">
        {t("page.open")}
      </a>
      <Button
        size="small"
        icon={copied ? <CheckOutlined /> : <CopyOutlined />}
        onClick={() => void copy().catch(() => setCopied(false))}
      >
        {copied ? tCommon("copied") : t("page.copy")}
      </Button>
      <Popover
        trigger="click"
        title={t("page.scan")}
        content={<QRCode value={address} size={168} aria-label={t("page.code")} bgColor="#ffffff" color="#000000" />}
      >
        <Tooltip title={t("page.code")}>
          <Button size="small" icon={<QrcodeOutlined />} aria-label={t("page.code")} />
        </Tooltip>
      </Popover>
    </span>
  );
}
