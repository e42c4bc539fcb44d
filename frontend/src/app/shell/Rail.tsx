import { BankOutlined, ShopOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { useCommonTexts } from "@/components/texts";
import { useShellTexts } from "../texts";
import styles from "./rail.module.css";
import { useAcross } from "./useAcross";
import { EntryCount } from "./EntryCount";
import { EntryName } from "./EntryName";
import type { Place } from "./usePlace";

/** The left rail of desktops. Its colour tells a store from headquarters. */
export function Rail({ place }: { place: Place }) {
  const t = useShellTexts();
  const tCommon = useCommonTexts();
  const across = useAcross(place);
  return (
    <nav data-tour="menu" className={styles.rail} aria-label={t("navigation")}>
      <Link to="/" className={styles.brand}>
        <img src="/favicon.svg" alt="" width={24} height={24} />
        {tCommon("product")}
      </Link>
      <ul className={styles.entries}>
        {place.entries.map(({ path, label, named, icon: Icon, exact, counted }) => (
          <li key={path}>
            <Link to={path} activeOptions={{ exact: exact ?? false, includeSearch: false }} className={styles.entry}>
              <Icon aria-hidden />
              <EntryName label={label} named={named} />
              {counted && place.store && <EntryCount store={place.store.slug} />}
            </Link>
          </li>
        ))}
      </ul>
      {across && (
        <Link to={across.path} className={styles.across}>
          {across.kind === "hq" ? <BankOutlined aria-hidden /> : <ShopOutlined aria-hidden />}
          <span className={styles.acrossName}>{across.name ?? t("headquarters")}</span>
        </Link>
      )}
    </nav>
  );
}
