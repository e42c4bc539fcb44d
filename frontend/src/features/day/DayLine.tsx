import { EditOutlined, PhoneOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { FieldValue } from "@/features/fields/FieldValue";
import { useWords } from "@/features/fields/useWords";
import { isBlank, valueText } from "@/features/fields/valueText";
import type { Entity } from "@/features/records/api/entities";
import { followedBy } from "@/features/leads/followedBy";
import { idOf } from "@/features/records/api/list";
import type { Row } from "@/features/records/api/list";
import { recordPath } from "@/features/records/paths";
import { recordTitle } from "@/features/records/recordTitle";
import styles from "./day.module.css";
import { useDayTexts } from "./texts";

/** A number that is shown whole can be called; a masked one has stars in it. */
const callable = (value: unknown): value is string => typeof value === "string" && /^\+?[\d\s-]{5,}$/.test(value);

type Props = { store: string; entity: Entity; row: Row; onFollow: (row: Row) => void };

/** One thing to do: who or what, by when, and the two taps that do it. */
export function DayLine({ store, entity, row, onFollow }: Props) {
  const t = useDayTexts();
  const words = useWords();
  const title = recordTitle(entity, row, words);
  // What came of a call stands with the lead, whose test drive it is.
  const lead = followedBy(entity, row);
  const shown = entity.fields.filter(({ name, type }) => name in row && !entity.title_fields.includes(name) && type !== "phone" && !isBlank(row[name]));
  // The clock of the first contact says itself whether it still runs.
  const facts = shown.filter(({ name }) => name !== "first_contacted_at" && !(name === "contact_due_at" && row.first_contacted_at));
  return (
    <li className={styles.line}>
      <Link to={recordPath(store, entity.name, idOf(row))} className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.facts}>
          {facts.map((field) =>
            field.settings.met_by ? (
              <FieldValue key={field.name} store={store} field={field} value={row[field.name]} row={row} plain />
            ) : (
              <span key={field.name}>{valueText(row[field.name], field, words)}</span>
            ),
          )}
        </span>
      </Link>
      {callable(row.phone) && (
        // Whoever comes back from the call finds the sheet that asks what came of it.
        <Button href={`tel:${row.phone.replaceAll(/[\s-]/g, "")}`} icon={<PhoneOutlined />} aria-label={t("call", { name: title })} onClick={() => lead && onFollow(lead)}>
          {t("callShort")}
        </Button>
      )}
      {lead && (
        <Button icon={<EditOutlined />} aria-label={t("followUp", { name: title })} onClick={() => onFollow(lead)}>
          <span className={styles.wide}>{t("followUpShort")}</span>
        </Button>
      )}
    </li>
  );
}
