import { UploadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useRef } from "react";
import { bringPackFile } from "@/api/sdk.gen";
import { errorMessage } from "@/http/errorMessage";
import { inStore } from "@/http/inStore";
import { usePackTexts } from "./texts";

/** A file of one's own: checked at once, then what it would do is shown. */
export function BringFile({ store, disabled }: { store: string; disabled: boolean }) {
  const t = usePackTexts();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const bring = useMutation({
    mutationFn: async (file: File) => bringPackFile({ body: { text: await file.text() }, headers: inStore(store) }),
    onSuccess: ({ id }) => navigate({ to: "/s/$store/design/packs/plan", params: { store }, search: { file: id } }),
    onError: (error) => modal.error({ title: t("file.refused"), content: errorMessage(error).text, okText: t("close") }),
  });
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml"
        hidden
        aria-label={t("file.open")}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again once it was mended.
          target.value = "";
          if (file) bring.mutate(file);
        }}
      />
      <Button icon={<UploadOutlined />} disabled={disabled} loading={bring.isPending} onClick={() => input.current?.click()}>
        {t("file.open")}
      </Button>
    </>
  );
}
