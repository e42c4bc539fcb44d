import { UserOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { useShellTexts } from "../texts";
import styles from "./bottomTabs.module.css";
import type { NavEntry } from "./navigation";
import type { Place } from "./usePlace";

const room = 4;
const mine: NavEntry = { path: "/me", label: "nav.me", icon: UserOutlined };

/** The tabs of phones: the place's first entries, and the person. */
export function BottomTabs({ place }: { place: Place }) {
  const t = useShellTexts();
  return (
    <nav className={styles.tabs} aria-label={t("navigation")}>
      {[...place.entries.slice(0, room), mine].map(({ path, label, icon: Icon, exact }) => (
        <Link
          key={path}
          to={path}
          activeOptions={{ exact: exact ?? false, includeSearch: false }}
          className={styles.tab}
        >
          <Icon aria-hidden />
          <span>{t(label)}</span>
        </Link>
      ))}
    </nav>
  );
}
