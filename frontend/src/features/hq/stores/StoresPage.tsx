import { PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import type { StoreEntry } from "@/api/types.gen";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { Sheet } from "@/components/Sheet";
import { useHq } from "@/features/session/useHq";
import { AddStore } from "./AddStore";
import { RenameStore } from "./RenameStore";
import { StoreLine } from "./StoreLine";
import { StoresRunning } from "./StoresRunning";
import styles from "./stores.module.css";
import { useStoresTexts } from "./texts";

const searchFrom = 8;

/** The group's stores; its owner adds and renames them. */
export function StoresPage() {
  const t = useStoresTexts();
  const { stores, role } = useHq();
  const owner = role === "group_owner";
  const [adding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState<StoreEntry | null>(null);
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const found = stores.filter(({ name, slug }) => name.toLowerCase().includes(wanted) || slug.includes(wanted));

  return (
    <>
      <PageHeader
        title={t("title")}
        note={
          owner ? t("total", { count: stores.length }) : `${t("total", { count: stores.length })} · ${t("readOnly")}`
        }
        actions={
          owner && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t("add")}
            </Button>
          )
        }
      />
      <Panel flush>
        {stores.length >= searchFrom && (
          <div className={styles.find}>
            <Input
              allowClear
              prefix={<SearchOutlined aria-hidden />}
              value={text}
              placeholder={t("find")}
              aria-label={t("find")}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
        )}
        <ul>
          {found.map((store) => (
            <StoreLine key={store.slug} store={store} onRename={owner ? () => setRenaming(store) : null} />
          ))}
        </ul>
        {found.length === 0 && <p className={styles.none}>{t("noneFound")}</p>}
      </Panel>
      <StoresRunning />
      <Sheet open={adding} title={t("add")} onClose={() => setAdding(false)}>
        <AddStore onClose={() => setAdding(false)} />
      </Sheet>
      <Sheet open={renaming !== null} title={t("renameOf", { name: renaming?.name })} onClose={() => setRenaming(null)}>
        {renaming && <RenameStore store={renaming} onClose={() => setRenaming(null)} />}
      </Sheet>
    </>
  );
}
