import { TextField } from "@/components/form/TextField";
import type { useKindNames } from "./useKindNames";
import { useDesignWords } from "./useDesignWords";

type Props = { field: ReturnType<typeof useKindNames>["field"]; isNew: boolean };

export function KindNames({ field, isNew }: Props) {
  const { t } = useDesignWords();
  const usual = { maxLength: 60, autoComplete: "off" };
  return (
    <>
      <TextField {...field("zh")} label={t("kind.zh")} {...usual} />
      <TextField {...field("en")} label={t("kind.en")} {...usual} />
      <TextField {...field("pluralZh")} label={t("kind.pluralZh")} hint={t("kind.pluralHint")} {...usual} />
      <TextField {...field("pluralEn")} label={t("kind.pluralEn")} {...usual} />
      {isNew && (
        <TextField
          {...field("title")}
          label={t("kind.title")}
          hint={t("kind.titleHint")}
          placeholder={t("kind.titleDefault")}
          {...usual}
        />
      )}
    </>
  );
}
