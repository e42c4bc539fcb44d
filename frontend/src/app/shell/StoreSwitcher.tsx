import { BankOutlined, PlusOutlined, ShopOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Input } from "antd";
import { useState } from "react";
import { Sheet } from "@/components/Sheet";
import { hqPath } from "@/features/session/hqPath";
import { recentStores } from "@/features/session/recents";
import { findStore, useMe } from "@/features/session/useMe";
import { useShellTexts } from "../texts";
import { usePackName } from "../usePackName";
import { matchingGroups } from "./matchingGroups";
import styles from "./storeSwitcher.module.css";
import { focusOnce } from "./focusOnce";
import { useRovingLinks } from "./useRovingLinks";

type Props = { open: boolean; here: string | undefined; onClose: () => void };

/** Headquarters and stores by group; typing narrows, arrows move, Enter opens. */
export function StoreSwitcher({ open, here, onClose }: Props) {
  const t = useShellTexts();
  return (
    <Sheet open={open} title={t("switch.title")} onClose={onClose}>
      <Choices here={here} onChosen={onClose} />
    </Sheet>
  );
}

function Choices({ here, onChosen }: { here: string | undefined; onChosen: () => void }) {
  const t = useShellTexts();
  const packName = usePackName();
  const me = useMe();
  const [text, setText] = useState("");
  const { listRef, onKeyDown } = useRovingLinks();
  const groups = matchingGroups(me.groups, text);
  const recents = text ? [] : recentStores().filter((slug) => slug !== here).flatMap((slug) => findStore(me, slug)?.store ?? []);
  return (
    <div onKeyDown={onKeyDown} role="presentation">
      <Input
        ref={focusOnce}
        allowClear
        value={text}
        placeholder={t("switch.placeholder")}
        aria-label={t("switch.placeholder")}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.list} ref={listRef}>
        {recents.length > 0 && <div className={styles.heading}>{t("switch.recent")}</div>}
        {recents.map((store) => (
          <Link key={`recent-${store.slug}`} to="/s/$store" params={{ store: store.slug }} className={styles.choice} onClick={onChosen}>
            <ShopOutlined aria-hidden />
            <span className={styles.name}>{store.name}</span>
            <span className={styles.note}>{packName(store.pack)}</span>
          </Link>
        ))}
        {groups.map((group) => (
          <section key={group.slug} aria-label={group.name}>
            <div className={styles.heading}>{group.name}</div>
            {group.headquarters && (
              <Link
                to={hqPath(group.slug, "compare")}
                className={`${styles.choice} ${styles.hq}`}
                onClick={onChosen}
              >
                <BankOutlined aria-hidden />
                <span className={styles.name}>{t("headquarters")}</span>
              </Link>
            )}
            {group.stores.map((store) => (
              <Link key={store.slug} to="/s/$store" params={{ store: store.slug }} className={styles.choice} onClick={onChosen}>
                <ShopOutlined aria-hidden />
                <span className={styles.name}>{store.name}</span>
                <span className={styles.note}>{packName(store.pack)}</span>
              </Link>
            ))}
          </section>
        ))}
        {groups.length === 0 && <p className={styles.none}>{t("switch.none")}</p>}
      </div>
      <Link to="/welcome" className={styles.choice} onClick={onChosen}>
        <PlusOutlined aria-hidden />
        {t("switch.newGroup")}
      </Link>
    </div>
  );
}
