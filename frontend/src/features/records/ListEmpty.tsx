import { InboxOutlined, SearchOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/EmptyState";
import { mayImport } from "@/features/session/mayImport";
import { hqPath } from "@/features/session/hqPath";
import { findStore, useMe } from "@/features/session/useMe";
import { inSentence } from "@/i18n/inSentence";
import { useRecordsTexts } from "./texts";

/** A list without rows: nothing there yet, or nothing that matches. */
export function ListEmpty(props: { store: string; plural: string; narrowed: boolean; onClear: () => void }) {
  const t = useRecordsTexts();
  const group = findStore(useMe(), props.store)?.group;
  const { i18n } = useTranslation();
  const entity = inSentence(props.plural, i18n.language);
  if (props.narrowed) {
    return (
      <EmptyState
        icon={<SearchOutlined />}
        title={t("empty.noMatchTitle", { entity })}
        text={t("empty.noMatchText")}
        actions={<Button onClick={props.onClear}>{t("empty.clear")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<InboxOutlined />}
      title={t("empty.title", { entity })}
      text={t("empty.text")}
      actions={
        group &&
        mayImport(group) && (
          <Link to={hqPath(group.slug, "imports/new")}>
            <Button type="primary">{t("empty.import")}</Button>
          </Link>
        )
      }
    />
  );
}
