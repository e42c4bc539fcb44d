import { ArrowLeftOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { lastListSearch } from "./lastListSearch";
import { listPath, recordPath } from "./paths";
import styles from "./recordPage.module.css";
import { useRecordsTexts } from "./texts";

/** To the list as it was left; with the list's name it stands above a title, without it says where it leads. */
export function BackToList({ store, entity, label }: { store: string; entity: string; label?: string }) {
  const t = useRecordsTexts();
  return (
    <Link to={listPath(store, entity)} search={lastListSearch(store, entity)} className={label ? styles.back : ""}>
      {label ? <ArrowLeftOutlined aria-hidden /> : null} {label ?? t("back")}
    </Link>
  );
}

/** From a record's form to its page. */
export function BackToRecord(props: { store: string; entity: string; id: string; label: string }) {
  return (
    <Link to={recordPath(props.store, props.entity, props.id)} className={styles.back}>
      <ArrowLeftOutlined aria-hidden /> {props.label}
    </Link>
  );
}

/** From a list that is not there: to the store's first page. */
export function BackHome({ store }: { store: string }) {
  const t = useRecordsTexts();
  return (
    <Link to="/s/$store" params={{ store }}>
      {t("storeHome")}
    </Link>
  );
}
