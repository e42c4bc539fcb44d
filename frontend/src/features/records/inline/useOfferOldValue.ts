import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import type { RecordOut } from "@/api/types.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { changeOne, showSaved, versionOf } from "../api/save";
import { outgoingValues } from "../form/values";
import { useRecordsTexts } from "../texts";
import { useUndoNotice } from "../useUndoNotice";

/** After one value was written in its place: offers the old one back. What somebody changed since is refused, and said. */
export function useOfferOldValue(store: string, entity: Entity, row: Row, field: Field): (answer: RecordOut) => void {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { message } = App.useApp();
  const offer = useUndoNotice();

  async function putBack(now: Row): Promise<void> {
    try {
      const values = outgoingValues([field], { [field.name]: row[field.name] });
      showSaved(client, store, entity.name, await changeOne(store, entity.name, { id: idOf(now), version: versionOf(now), values }));
      void message.success(t("undo.done"));
    } catch (error) {
      refuse(error);
    }
  }

  return ({ record }) =>
    offer({
      key: `value-${idOf(record)}-${field.name}`,
      text: t("undo.changed", { field: labelIn(field.label, i18n.language) }),
      onUndo: () => void putBack(record),
    });
}
