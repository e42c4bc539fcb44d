import { ArrowUpOutlined, DeleteOutlined, PlusOutlined, UndoOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import styles from "./design.module.css";
import { newOption } from "./draft";
import type { OptionDraft } from "./draft";
import { useDesignTexts } from "./texts";

/** The options of a choice or of tags, in order. Those that are saved can't be taken away, only retired. */
export function OptionsEditor(props: { options: OptionDraft[]; free: boolean; onChange: (options: OptionDraft[]) => void }) {
  const { options, onChange } = props;
  const t = useDesignTexts();
  const set = (key: string, change: Partial<OptionDraft>) =>
    onChange(options.map((one) => (one.key === key ? { ...one, ...change } : one)));
  return (
    <fieldset className={styles.part}>
      <legend>{t("options.title")}</legend>
      {options.map((option, index) => {
        const place = index + 1;
        return (
          <div key={option.key} className={styles.option} data-retired={option.retired}>
            <Input
              aria-label={t("options.zh", { place })}
              value={option.zh}
              maxLength={60}
              onChange={(event) => set(option.key, { zh: event.target.value })}
            />
            <Input
              aria-label={t("options.en", { place })}
              placeholder={t("options.enShort")}
              value={option.en}
              maxLength={60}
              onChange={(event) => set(option.key, { en: event.target.value })}
            />
            <Button
              icon={<ArrowUpOutlined />}
              aria-label={t("options.up", { place })}
              disabled={index === 0}
              onClick={() => onChange([...options.slice(0, index - 1), option, ...options.slice(index - 1).filter((one) => one !== option)])}
            />
            {option.kept ? (
              <Button
                icon={option.retired ? <UndoOutlined /> : <DeleteOutlined />}
                aria-label={t(option.retired ? "options.bringBack" : "options.retire", { place })}
                onClick={() => set(option.key, { retired: !option.retired })}
              />
            ) : (
              <Button
                icon={<DeleteOutlined />}
                aria-label={t("options.remove", { place })}
                onClick={() => onChange(options.filter((one) => one !== option))}
              />
            )}
          </div>
        );
      })}
      <div>
        <Button icon={<PlusOutlined />} onClick={() => onChange([...options, newOption()])}>
          {t("options.add")}
        </Button>
      </div>
      {props.free && <span className={styles.soft}>{t("options.tagsHint")}</span>}
      {options.some(({ kept }) => kept) && <span className={styles.soft}>{t("options.keptHint")}</span>}
    </fieldset>
  );
}
