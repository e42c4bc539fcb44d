import { Link } from "@tanstack/react-router";
import { lastListSearch } from "./lastListSearch";
import type { Section } from "./sections";
import { useRecordsTexts } from "./texts";

/** From a record that is not there: to its list, as it was left. */
export function BackToList({ store, section }: { store: string; section: Section }) {
  const t = useRecordsTexts();
  return (
    <Link to="/s/$store/$section" params={{ store, section }} search={lastListSearch(store, section)}>
      {t("back")}
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
