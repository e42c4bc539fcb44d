import type { ForetoldOut } from "@/api/types.gen";
import { useMessageTexts } from "@/features/messages/texts";
import type { Channel } from "@/features/messages/api";
import styles from "./foretold.module.css";
import { useRuleTexts } from "./texts";

type Message = { channel: Channel; template: string; goes: number; quiet: "" | "waits" | "may_wait"; cost: string | null } & Record<Held, number>;
const reasons = ["no_address", "no_consent", "no_consent_withdrawn", "over_the_cap"] as const;
type Held = (typeof reasons)[number];

/** What actions would send out, what of it is held back, and what it costs. */
export function Foretold({ foretold }: { foretold: ForetoldOut[] }) {
  return (
    <ul className={styles.list}>
      {foretold.map(({ action, kind, figures }) => (
        <li key={action}>{kind === "message" ? <OfMessages told={figures as Message} /> : <OfWebhook told={figures as { name: string; goes: number }} />}</li>
      ))}
    </ul>
  );
}

function OfMessages({ told }: { told: Message }) {
  const t = useRuleTexts();
  const m = useMessageTexts();
  const held = reasons.filter((one) => told[one] > 0);
  return (
    <>
      <b>{t("foretold.message", { channel: m(`channel.${told.channel}`), name: told.template, count: told.goes })}</b>
      {told.cost !== null && Number(told.cost) > 0 && <span>{t("foretold.cost", { cost: told.cost })}</span>}
      {told.cost === null && <span className={styles.trouble}>{t("foretold.notConnected")}</span>}
      {held.length > 0 && (
        <span className={styles.soft}>
          {t("foretold.held", {
            count: held.reduce((sum, one) => sum + told[one], 0),
            reasons: held.map((one) => t("foretold.reason", { reason: m(`held.${one}`), count: told[one] })).join(t("comma")),
          })}
        </span>
      )}
      {told.quiet && <span className={styles.soft}>{t(`foretold.${told.quiet}`)}</span>}
    </>
  );
}

function OfWebhook({ told }: { told: { name: string; goes: number } }) {
  const t = useRuleTexts();
  return <b>{t("foretold.webhook", { name: told.name, count: told.goes })}</b>;
}
