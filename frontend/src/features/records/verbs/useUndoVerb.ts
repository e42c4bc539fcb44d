import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { undoVerb } from "@/api/sdk.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { inStore } from "@/http/inStore";
import type { Entity } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { readAnew, showSaved, versionOf } from "../api/save";
import { useRecordsTexts } from "../texts";
import { useUndoNotice } from "../useUndoNotice";
import type { Verb } from "./verb";

/** Of the notice of what was done last with a record. */
export const undoKey = (record: Row) => `step-${idOf(record)}`;

/** After a verb was done: says so, and offers to take it back. `record`: as the verb left it. Where something followed
 * from it already, the server says what. */
export function useUndoVerb(store: string, entity: Entity): (done: { verb: Verb; record: Row; text: string }) => void {
  const t = useRecordsTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { message } = App.useApp();
  const offer = useUndoNotice();

  async function takeBack(verb: Verb, record: Row): Promise<void> {
    const path = { entity: entity.name, record_id: idOf(record), verb: verb.name };
    try {
      showSaved(client, store, entity.name, await undoVerb({ headers: inStore(store), path, body: { version: versionOf(record) } }));
      void message.success(t("undo.done"));
    } catch (error) {
      refuse(error);
    }
    await readAnew(client, store);
  }

  return ({ verb, record, text }) => offer({ key: undoKey(record), text, onUndo: () => void takeBack(verb, record) });
}
