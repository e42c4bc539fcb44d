import { Input, InputNumber } from "antd";
import type { ScoreSheetOut } from "@/api/types.gen";
import styles from "./score.module.css";
import { useScoreTexts } from "./texts";

type Props = { told: ScoreSheetOut; disabled: boolean; onChange: (part: Partial<ScoreSheetOut>) => void };
type GradeLine = ScoreSheetOut["grades"][number];

/** From how many points on a lead is of a grade, and how soon it is contacted again. */
export function Grades({ told, disabled, onChange }: Props) {
  const t = useScoreTexts();
  const put = (at: number, part: Partial<GradeLine>) => onChange({ grades: told.grades.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <div className={styles.grades}>
      {told.grades.map(({ grade, points, days }, at) => (
        <div key={grade} className={styles.grade}>
          <b>{grade}</b>
          {at === told.grades.length - 1 ? (
            <span className="cz-soft">{t("rest")}</span>
          ) : (
            <InputNumber aria-label={t("from", { grade })} min={0} max={100} precision={0} suffix={t("pointsUnit")} disabled={disabled} value={points} onChange={(value) => put(at, { points: value ?? 0 })} />
          )}
          <InputNumber aria-label={t("days", { grade })} min={1} max={180} precision={0} suffix={t("daysUnit")} disabled={disabled} value={days} onChange={(value) => put(at, { days: value ?? 1 })} />
        </div>
      ))}
      <label className={styles.hour}>
        {t("at")}
        <Input type="time" disabled={disabled} value={told.at.slice(0, 5)} onChange={({ target }) => target.value && onChange({ at: `${target.value}:00` })} />
      </label>
    </div>
  );
}
