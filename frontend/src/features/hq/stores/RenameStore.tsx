import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { renameStore } from "@/api/sdk.gen";
import type { StoreEntry } from "@/api/types.gen";
import { Fields } from "@/components/form/Fields";
import { TextField } from "@/components/form/TextField";
import { useFields } from "@/components/form/useFields";
import { FormError } from "@/components/FormError";
import { useCommonTexts } from "@/components/texts";
import { useHq } from "@/features/session/useHq";
import { isStoreName } from "./storeName";
import { useStoresTexts } from "./texts";

export function RenameStore({ store, onClose }: { store: StoreEntry; onClose: () => void }) {
  const t = useStoresTexts();
  const tCommon = useCommonTexts();
  const { slug } = useHq();
  const client = useQueryClient();
  const renaming = useMutation({
    mutationFn: (name: string) => renameStore({ path: { group: slug, store: store.slug }, body: { name } }),
    onSuccess: async () => {
      await client.invalidateQueries();
      onClose();
    },
  });
  const { form, field } = useFields({
    initial: { name: store.name },
    rules: { name: (name: string) => (isStoreName(name) ? null : t("nameRule")) },
    onSubmit: ({ name }) => renaming.mutate(name.trim()),
  });
  return (
    <Fields form={form}>
      <TextField {...field("name")} label={t("name")} hint={t("nameHint")} maxLength={60} />
      {renaming.error && <FormError error={renaming.error} />}
      <Button type="primary" htmlType="submit" block loading={renaming.isPending}>
        {tCommon("save")}
      </Button>
    </Fields>
  );
}
