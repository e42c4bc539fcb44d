import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import type { Planned, Side } from "./api";
import styles from "./packs.module.css";
import { usePackTexts } from "./texts";
import { usePlaceText } from "./usePlaceText";
import { ValueText } from "./ValueText";

type Props = { item: Planned; conflict: Planned["conflicts"][number]; chosen: Side | undefined; onChoose: (side: Side) => void };

/** What both changed: which of the two is to hold. */
export function ConflictChoice({ item, conflict, chosen, onChoose }: Props) {
  const t = usePackTexts();
  const { i18n } = useTranslation();
  const place = usePlaceText()(conflict.path);
  return (
    <div className={styles.conflict}>
      <div>
        {place}
        {conflict.base !== null && (
          <span className={styles.soft}>
            {" "}
            {t("choose.before")} <ValueText value={conflict.base} />
          </span>
        )}
      </div>
      <Radio.Group
        className={styles.sides ?? ""}
        aria-label={`${labelIn(item.name, i18n.language)}: ${place}`}
        value={chosen}
        onChange={({ target }) => onChoose(target.value as Side)}
      >
        <Radio value="mine">
          {t("choose.mine")} <ValueText value={conflict.mine} />
        </Radio>
        <Radio value="theirs">
          {t("choose.theirs")} <ValueText value={conflict.theirs} />
        </Radio>
      </Radio.Group>
    </div>
  );
}
