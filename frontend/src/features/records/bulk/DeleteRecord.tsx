import { DeleteOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { deleteRecords } from "@/api/sdk.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { useWords } from "@/features/fields/useWords";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { recordQuery } from "../api/record";
import { readAnew } from "../api/save";
import { listPath } from "../paths";
import { recordTitle } from "../recordTitle";
import { useRecordsTexts } from "../texts";
import { useOfferUndo } from "./useOfferUndo";

/** Deletes at once, since it can be undone: for ten seconds here, afterwards in the recycle bin. */
export function DeleteRecord({ store, entity, record }: { store: string; entity: Entity; record: Row }) {
  const t = useRecordsTexts();
  const words = useWords();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const offerUndo = useOfferUndo(store);
  const refuse = useErrorNotice();
  const deleting = useMutation({
    mutationFn: () =>
      deleteRecords({ headers: inStore(store), path: { entity: entity.name }, body: { ids: [idOf(record)] } }),
    onSuccess: async ({ operation_id }) => {
      await navigate({ to: listPath(store, entity.name), replace: true });
      client.removeQueries({ queryKey: recordQuery(store, entity.name, idOf(record)).queryKey });
      void readAnew(client, store);
      offerUndo({
        operation: operation_id,
        text: t("deleted", { entity: labelIn(entity.label, i18n.language), title: recordTitle(entity, record, words) }),
      });
    },
    onError: refuse,
  });
  return (
    <Button danger icon={<DeleteOutlined />} loading={deleting.isPending} onClick={() => deleting.mutate()}>
      {t("delete")}
    </Button>
  );
}
