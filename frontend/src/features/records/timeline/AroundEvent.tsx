import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { TimelineRecordOut } from "@/api/types.gen";
import { useNow } from "@/components/useNow";
import { formatDateTime, formatSince } from "@/format/date";
import { labelIn } from "@/i18n/labelIn";
import { useMessageTexts } from "@/features/messages/texts";
import type { Entity } from "../api/entities";
import type { Row } from "../api/list";
import { RecordLine } from "../RecordLine";
import { useRecordsTexts } from "../texts";
import styles from "./timeline.module.css";

type Props = { store: string; entities: Entity[]; at: string; about: TimelineRecordOut };

/** A record, or a message, that is about the open one: when, what kind, what it is called. */
export function AroundEvent({ store, entities, at, about }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const now = useNow();
  const entity = entities.find(({ name }) => name === about.kind);
  const ahead = new Date(at).getTime() > now.getTime();
  return (
    <li className={styles.event}>
      <div>
        <span className={styles.who}>{entity ? labelIn(entity.label, i18n.language) : t("timeline.message")}</span>{" "}
        <time className="cz-soft" dateTime={at} title={formatDateTime(at)}>
          {ahead ? t("timeline.ahead", { at: formatDateTime(at) }) : formatSince(at, now)}
        </time>
      </div>
      {entity ? <RecordLine store={store} entity={entity} row={about.row as Row} /> : <MessageLine store={store} about={about} />}
    </li>
  );
}

function MessageLine({ store, about }: { store: string; about: TimelineRecordOut }) {
  const t = useMessageTexts();
  const { channel, state } = about.row as { channel: "sms"; state: "sent" };
  return (
    <Link to="/s/$store/messages" params={{ store }} className={styles.message}>
      {about.title && <span>{about.title}</span>}
      <span className="cz-soft">
        {t(`channel.${channel}`)} · {t(`state.${state}`)}
      </span>
    </Link>
  );
}
