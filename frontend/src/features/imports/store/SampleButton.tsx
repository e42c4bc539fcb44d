import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Entity } from "@/features/records/api/entities";
import { download } from "@/format/csv";
import { labelIn } from "@/i18n/labelIn";
import { useImportsTexts } from "../texts";

/** An empty table with the names of the fields that may be written, to be filled. */
export function SampleButton({ entity }: { entity: Entity }) {
  const t = useImportsTexts();
  const { i18n } = useTranslation();
  const names = entity.fields
    .filter(({ right, read_only, in_list, required }) => right === "write" && !read_only && (in_list || required))
    .map(({ label }) => labelIn(label, i18n.language));
  const file = `${t("store.file.sampleName", { entity: labelIn(entity.label_plural, i18n.language) })}.csv`;
  return (
    <Button
      icon={<DownloadOutlined />}
      onClick={() => download(file, `\ufeff${names.map((name) => `"${name.replaceAll('"', '""')}"`).join(",")}\r\n`, "text/csv")}
    >
      {t("store.file.sample")}
    </Button>
  );
}
