import { Checkbox, Input, InputNumber, Select } from "antd";
import { useId } from "react";
import { ColumnsEditor } from "./ColumnsEditor";
import styles from "./design.module.css";
import type { FieldDraft, SettingsDraft } from "./draft";
import { resultTypes, settingsOf } from "./types";
import type { Setting } from "./types";
import { useDesignWords } from "./useDesignWords";

const bounds: Partial<Record<Setting, { min: number; max: number }>> = {
  max_length: { min: 1, max: 10_000 },
  decimals: { min: 0, max: 6 },
  max_files: { min: 1, max: 20 },
  max_mb: { min: 1, max: 1000 },
  digits: { min: 1, max: 12 },
};

/** What a type is told beyond its name: lengths, decimals, bounds, units, columns. */
export function SettingsEditor({ draft, onChange }: { draft: FieldDraft; onChange: (settings: SettingsDraft) => void }) {
  const { settings } = draft;
  const asked = settingsOf(draft.type);
  const set = (change: SettingsDraft) => onChange({ ...settings, ...change });
  const small = asked.filter((name) => name !== "columns");
  return (
    <>
      {asked.includes("columns") && <ColumnsEditor columns={settings.columns ?? []} onChange={(columns) => set({ columns })} />}
      {small.length > 0 && (
        <div className={styles.pair}>
          {small.map((name) => (
            <OneSetting key={name} name={name} settings={settings} set={set} />
          ))}
        </div>
      )}
    </>
  );
}

function OneSetting(props: { name: Setting; settings: SettingsDraft; set: (change: SettingsDraft) => void }) {
  const { name, settings, set } = props;
  const { t, type: typeName } = useDesignWords();
  const id = useId();
  const label = t(`setting.${name}`);
  if (name === "multiline") {
    return (
      <Checkbox checked={settings.multiline ?? false} onChange={(event) => set({ multiline: event.target.checked })}>
        {label}
      </Checkbox>
    );
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {name === "result" && (
        <Select
          id={id}
          value={settings.result ?? "number"}
          onChange={(result) => set({ result })}
          options={resultTypes.map((value) => ({ value, label: typeName(value) }))}
        />
      )}
      {(name === "unit" || name === "prefix") && (
        <Input id={id} maxLength={12} value={settings[name] ?? ""} onChange={(event) => set({ [name]: event.target.value })} />
      )}
      {(name === "minimum" || name === "maximum") && (
        <InputNumber<string>
          id={id}
          stringMode
          className={styles.number}
          value={settings[name] ?? null}
          onChange={(value) => set({ [name]: value === null ? null : String(value) })}
        />
      )}
      {(name === "max_length" || name === "decimals" || name === "max_files" || name === "max_mb" || name === "digits") && (
        <InputNumber<number>
          id={id}
          precision={0}
          {...bounds[name]}
          className={styles.number}
          value={settings[name] ?? null}
          onChange={(value) => set({ [name]: value })}
        />
      )}
    </div>
  );
}
