import { EllipsisOutlined, UserOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Sheet } from "@/components/Sheet";
import { useShellTexts } from "../texts";
import styles from "./bottomTabs.module.css";
import type { NavEntry } from "./navigation";
import { EntryCount } from "./EntryCount";
import { EntryName } from "./EntryName";
import type { Place } from "./usePlace";

const room = 4;
const mine: NavEntry = { path: "/me", label: "nav.me", icon: UserOutlined };

/** The tabs of phones: the place's first entries, the rest behind "more", and the person. */
export function BottomTabs({ place }: { place: Place }) {
  const t = useShellTexts();
  const [open, setOpen] = useState(false);
  const fits = place.entries.length <= room;
  const first = fits ? place.entries : place.entries.slice(0, room - 1);
  const rest = place.entries.slice(first.length);
  return (
    <nav data-tour="menu" className={styles.tabs} aria-label={t("navigation")}>
      {first.map((entry) => (
        <Tab key={entry.path} entry={entry} store={place.store?.slug} />
      ))}
      {!fits && (
        <button type="button" className={styles.tab} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <EllipsisOutlined aria-hidden />
          <span>{t("nav.more")}</span>
        </button>
      )}
      <Tab entry={mine} />
      <Sheet open={open} title={t("nav.more")} onClose={() => setOpen(false)}>
        {rest.map(({ path, label, named, icon: Icon }) => (
          <Link key={path} to={path} className={styles.line} onClick={() => setOpen(false)}>
            <Icon aria-hidden />
            <EntryName label={label} named={named} />
          </Link>
        ))}
      </Sheet>
    </nav>
  );
}

function Tab({ entry, store }: { entry: NavEntry; store?: string | undefined }) {
  const { path, label, named, icon: Icon, exact, counted } = entry;
  return (
    <Link to={path} activeOptions={{ exact: exact ?? false, includeSearch: false }} className={styles.tab}>
      {counted && store ? (
        <EntryCount store={store}>
          <Icon aria-hidden />
        </EntryCount>
      ) : (
        <Icon aria-hidden />
      )}
      <span>
        <EntryName label={label} named={named} />
      </span>
    </Link>
  );
}
