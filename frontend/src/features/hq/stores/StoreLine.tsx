import { EditOutlined, ShopOutlined, ToolOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button, Tag } from "antd";
import type { StoreEntry } from "@/api/types.gen";
import styles from "./stores.module.css";
import { useStoresTexts } from "./texts";

const statuses = ["active", "suspended", "closed"] as const;

export function StoreLine({ store, onRename }: { store: StoreEntry; onRename: (() => void) | null }) {
  const t = useStoresTexts();
  const status = statuses.find((known) => known === store.status) ?? "active";
  const Icon = store.pack === "repair" ? ToolOutlined : ShopOutlined;
  return (
    <li className={styles.line}>
      <Icon aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <Link to="/s/$store" params={{ store: store.slug }} className={styles.name}>
          {store.name}
        </Link>
        <span className={styles.address}>{`/s/${store.slug}`}</span>
      </div>
      <span className={styles.pack}>{t(store.pack === "repair" ? "repair" : "dealer")}</span>
      <span className={styles.status}>{status !== "active" && <Tag color="warning">{t(`status.${status}`)}</Tag>}</span>
      {onRename && (
        <Button type="text" icon={<EditOutlined />} aria-label={t("renameOf", { name: store.name })} onClick={onRename}>
          <span className={styles.word}>{t("rename")}</span>
        </Button>
      )}
    </li>
  );
}
