import { InboxOutlined, SearchOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/EmptyState";
import { ImportLink } from "@/features/imports/store/ImportLink";
import { inSentence } from "@/i18n/inSentence";
import type { Entity } from "./api/entities";
import { useRecordsTexts } from "./texts";

/** A list without rows: nothing there yet, or nothing that matches. */
export function ListEmpty(props: { store: string; entity: Entity; plural: string; narrowed: boolean; onClear: () => void }) {
  const t = useRecordsTexts();
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
      actions={<ImportLink store={props.store} entity={props.entity} primary />}
    />
  );
}
