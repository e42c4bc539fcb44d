import { useTranslation } from "react-i18next";
import type { RightShape, SettingOut, SettingPartOut } from "@/api/types.gen";
import { formatDateTime } from "@/format/date";
import { usePolicyWords } from "@/features/policies/useWords";
import type { Entity } from "@/features/records/api/entities";
import { useRoleName } from "@/features/roles/useRoleName";
import type { TextKey } from "@/i18n/defineTexts";
import { labelIn } from "@/i18n/labelIn";
import styles from "./audit.module.css";
import type texts from "./locales/zh-CN.json";
import { useAuditTexts } from "./texts";

type About = Partial<Record<string, unknown>>;

const kept: Record<keyof typeof texts.kept, true> = {
  audit: true,
  import_files: true,
  messages: true,
  lead_posts: true,
  public_forms: true,
  recycle_bin: true,
  webhook_deliveries: true,
};
const isKept = (name: string): name is keyof typeof texts.kept => name in kept;

function textOf(about: About, name: string): string {
  const value = about[name];
  return typeof value === "string" ? value : "";
}

/** What of the store's setting up an entry is about, in words. */
export function useSettingName(entities: Entity[], people: { id: string; name: string }[]) {
  const t = useAuditTexts();
  const { i18n } = useTranslation();
  const roleName = useRoleName();
  const keptText = (name: string) => (isKept(name) ? t(`kept.${name}`) : name);
  const own = (about: About) =>
    (i18n.language === "en" && textOf(about, "label_en")) || textOf(about, "label_zh") || textOf(about, "label_en");
  return ({ subject, about }: SettingOut): string => {
    const named = entities.find(({ name }) => name === about.entity);
    const kind = named ? labelIn(named.label, i18n.language) : textOf(about, "entity");
    const person = people.find(({ id }) => id === about.person_id)?.name ?? t("somebody");
    switch (subject) {
      case "policy":
        return t("subject.policy", { role: own(about) || roleName(textOf(about, "role")), entity: kind });
      case "ceiling":
        return t("subject.ceiling", { entity: kind });
      case "field": {
        const field = named?.fields.find(({ name }) => name === about.name);
        const label = field ? labelIn(field.label, i18n.language) : own(about) || textOf(about, "name");
        return t("subject.field", { entity: kind, field: label });
      }
      case "team_member":
        return t("subject.team_member", { person });
      case "duty":
        return t("subject.duty", { person: people.find(({ id }) => id === about.person)?.name ?? t("somebody"), value: textOf(about, "value") });
      case "viewing":
        return t("subject.viewing", { person });
      case "duplicate_rule":
        return t("subject.duplicate_rule", { entity: kind });
      case "form":
      case "public_form":
      case "print_template":
      case "rule":
      case "flow":
        return t(`subject.${subject}`, { entity: kind, name: textOf(about, "name") });
      case "message_channel":
        return t("subject.message_channel", { name: textOf(about, "channel") });
      case "retention_period":
        return t("subject.retention_period", { name: keptText(textOf(about, "name")) });
      case "message_limits":
        return t("subject.message_limits");
      default:
        return t(`subject.${subject}`, { name: own(about) || textOf(about, "name") || textOf(about, "key") });
    }
  };
}

/** From what to what, part by part. */
export function SettingParts({ setting, entities }: { setting: SettingOut; entities: Entity[] }) {
  const entity = entities.find(({ name }) => name === setting.about.entity);
  return setting.parts.map((part) => (
    <Part key={`${part.part} ${part.field}`} part={part} entity={entity} rights={setting.subject === "policy" || setting.subject === "ceiling"} />
  ));
}

function Part({ part, entity, rights }: { part: SettingPartOut; entity: Entity | undefined; rights: boolean }) {
  const t = useAuditTexts();
  const { i18n } = useTranslation();
  const policyText = usePolicyText();
  const nameOf = (looked: string): string => {
    const field = entity?.fields.find(({ name }) => name === looked);
    return field ? labelIn(field.label, i18n.language) : looked;
  };
  const label = part.field ? nameOf(part.field) : t(`part.${part.part}` as TextKey<typeof texts>);
  const plain = (value: unknown): string => {
    if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return t("nothing");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (part.part === "fields" && Array.isArray(value)) return value.map((name) => nameOf(String(name))).join(t("comma"));
    if (part.part === "alike") return nameOf(String(value));
    if (typeof value !== "string") return JSON.stringify(value);
    return part.part.endsWith("_at") ? formatDateTime(value) : value;
  };
  const say = (value: unknown) => (rights ? policyText(part.part, value) : plain(value));
  return (
    <div className={styles.change}>
      <span className="cz-soft">{label}</span>
      <span>
        <s className="cz-soft">{say(part.before)}</s> → {say(part.after)}
      </span>
    </div>
  );
}

/** A part of a policy in the words of the matrix. */
function usePolicyText() {
  const t = useAuditTexts();
  const words = usePolicyWords();
  return (part: string, value: unknown): string => {
    if (value === null || value === undefined) return t("unset");
    if (part === "rows") return words.say(`reach.${String(value)}`);
    if (part === "opened") return t(value === true ? "opened" : "closed");
    if (part === "actions" && Array.isArray(value)) {
      return value.map((name) => words.action(String(name))).join(t("comma")) || t("nothing");
    }
    return typeof value === "object" ? words.rightText(value as RightShape) : String(value);
  };
}
