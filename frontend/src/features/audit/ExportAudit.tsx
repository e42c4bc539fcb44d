import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useErrorNotice } from "@/components/errorNotice";
import { formatCount } from "@/format/money";
import { saveAudit } from "./api/audit";
import type { AuditSearch } from "./auditSearch";
import { useAuditTexts } from "./texts";

/** What the filters find, as a file; that it was taken along is told in the audit too. */
export function ExportAudit({ store, search }: { store: string; search: AuditSearch }) {
  const t = useAuditTexts();
  const { message } = App.useApp();
  const exporting = useMutation({
    mutationFn: (kind: "csv" | "xlsx") => saveAudit(store, kind, search),
    onSuccess: (count) => void message.success(t("export.done", { count: formatCount(count) })),
    onError: useErrorNotice(),
  });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "xlsx", label: t("export.xlsx") },
          { key: "csv", label: "CSV" },
        ],
        onClick: ({ key }) => exporting.mutate(key === "csv" ? "csv" : "xlsx"),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={exporting.isPending}>
        {t("export.button")}
      </Button>
    </Dropdown>
  );
}
