import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useErrorNotice } from "@/components/errorNotice";
import { formatCount } from "@/format/money";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "./api/entities";
import { saveExport } from "./api/exportFile";
import type { FileKind } from "./api/exportFile";
import type { ListSearch } from "./listSearch";
import { useRecordsTexts } from "./texts";

/** The list as a file, all its rows; says which personal data stayed out. */
export function ExportButton(props: { store: string; entity: Entity; columns: Field[]; search: ListSearch }) {
  const { store, entity, columns, search } = props;
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const { message } = App.useApp();
  const refuse = useErrorNotice();
  const exporting = useMutation({
    mutationFn: (kind: FileKind) => saveExport(store, entity.name, kind, { ...search, fields: columns.map(({ name }) => name) }),
    onSuccess: ({ rows, leftOut }) => {
      const names = entity.fields.filter(({ name }) => leftOut.includes(name)).map(({ label }) => labelIn(label, i18n.language));
      const text = t("export.done", { count: formatCount(rows) });
      if (names.length === 0) void message.success(text);
      else void message.warning(`${text} ${t("export.leftOut", { fields: names.join(t("joinList")) })}`, 8);
    },
    onError: refuse,
  });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "xlsx", label: t("export.xlsx") },
          { key: "csv", label: t("export.csv") },
        ],
        onClick: ({ key }) => exporting.mutate(key as FileKind),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={exporting.isPending}>
        {t("export.button")}
      </Button>
    </Dropdown>
  );
}
