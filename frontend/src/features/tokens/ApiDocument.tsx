import { FileTextOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useErrorNotice } from "@/components/errorNotice";
import { apiFetch } from "@/http/apiFetch";
import { inStore } from "@/http/inStore";
import { documentName } from "./sample";
import { useTokensTexts } from "./texts";
import styles from "./tokens.module.css";

/** The store's OpenAPI document as a file; it needs the store's header, so that it is no plain link. */
export function ApiDocument({ store }: { store: string }) {
  const t = useTokensTexts();
  const refuse = useErrorNotice();
  const fetching = useMutation({
    mutationFn: async () => {
      const answer = await apiFetch("/api/store/openapi.json", { headers: inStore(store) });
      const url = URL.createObjectURL(await answer.blob());
      const link = document.createElement("a");
      link.href = url;
      link.download = documentName(store);
      link.click();
      URL.revokeObjectURL(url);
    },
    onError: refuse,
  });
  return (
    <span className={styles.soft}>
      <Button size="small" icon={<FileTextOutlined />} loading={fetching.isPending} onClick={() => fetching.mutate()}>
        {t("docs")}
      </Button>
    </span>
  );
}
