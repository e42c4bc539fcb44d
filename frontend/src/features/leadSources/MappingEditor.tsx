import { Button, Input } from "antd";
import { useId } from "react";
import type { Sources } from "./api";
import styles from "@/components/exchange/exchange.module.css";
import own from "./leadSources.module.css";
import { useSourceTexts } from "./texts";

type Mapping = Record<string, string>;
type Props = { known: Sources; mapping: Mapping; onChange: (mapping: Mapping) => void };

const presets = ["plain", "autohome", "dongchedi", "yiche", "call"] as const;
const fields = ["contact_name", "phone", "brand", "series", "region", "budget", "campaign", "need", "id", "seconds", "trap"] as const;

/** By what name a post says each field of a lead. */
export function MappingEditor({ known, mapping, onChange }: Props) {
  const t = useSourceTexts();
  const id = useId();
  return (
    <fieldset className={own.mapping}>
      <legend>{t("mapping")}</legend>
      <p className={`${styles.soft} cz-small`}>{t("mappingText")}</p>
      <div className={own.presets}>
        {presets.map((name) => (
          <Button key={name} size="small" onClick={() => onChange(known.presets[name] ?? {})}>
            {t(`preset.${name}`)}
          </Button>
        ))}
      </div>
      {fields.map((name) => (
        <div key={name} className={own.mapped}>
          <label htmlFor={`${id}${name}`}>{t(`field.${name}`)}</label>
          <Input id={`${id}${name}`} className="cz-mono" maxLength={120} value={mapping[name] ?? ""} onChange={({ target }) => onChange({ ...mapping, [name]: target.value })} />
        </div>
      ))}
    </fieldset>
  );
}
