import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleOutlined, HourglassOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNow } from "@/components/useNow";
import { worktimeQuery } from "@/features/worktime/api";
import { useFieldTexts } from "../texts";
import type { DisplayProps } from "../widget";
import styles from "./displays.module.css";
import { standing } from "./standing";
import type { Standing } from "./standing";
import { Whole } from "./words";

/** A moment; one by which something is to be done is shown as a clock, as far as its reader may see whether it was. */
export function Moment(props: DisplayProps) {
  const { met_by } = props.field.settings;
  const met = met_by ? props.row[met_by] : undefined;
  return met === undefined ? <Whole {...props} /> : <Clock {...props} met={typeof met === "string" ? met : null} />;
}

const icons = {
  left: <ClockCircleOutlined aria-hidden />,
  soon: <HourglassOutlined aria-hidden />,
  over: <ExclamationCircleOutlined aria-hidden />,
  late: <CheckCircleOutlined aria-hidden />,
  met: <CheckCircleOutlined aria-hidden />,
} satisfies Record<Standing["is"], unknown>;

const hour = 60;
const day = 24 * hour;

function Clock({ met, ...props }: DisplayProps & { met: string | null }) {
  const t = useFieldTexts();
  const now = useNow();
  const worktime = useQuery({ ...worktimeQuery(props.store), staleTime: 10 * 60_000 }).data;
  if (!worktime) return <Whole {...props} />;
  const how = standing(new Date(String(props.value)), met ? new Date(met) : null, now, worktime);
  return (
    <span className={styles.clock} data-is={how.is} title={t("clock.by", { moment: props.text })}>
      {icons[how.is]} {how.is === "met" ? t("clock.met") : t(`clock.${how.is}`, { time: timeOf(how.minutes, how.is === "left" || how.is === "soon") })}
    </span>
  );

  /** Days of working time are as long as each is: hours say more. */
  function timeOf(minutes: number, working: boolean): string {
    if (minutes < hour) return t("clock.minutes", { count: minutes });
    if (minutes < day || working) return t("clock.hours", { hours: Math.floor(minutes / hour), minutes: minutes % hour });
    return t("clock.days", { count: Math.floor(minutes / day) });
  }
}
