import { Button } from "antd";
import { useState } from "react";
import type { PointerEvent } from "react";
import styles from "./approvals.module.css";
import { useApprovalTexts } from "./texts";

type Point = [number, number];
export type Strokes = Point[][];
const most = 1_500;

function pointOf(event: PointerEvent<SVGSVGElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return [Math.round(((event.clientX - box.left) / box.width) * 300), Math.round(((event.clientY - box.top) / box.height) * 120)];
}

/** A place to sign by hand: each stroke a list of points, in a box of 300 by 120. */
export function SignaturePad({ wrong, onChange }: { wrong: boolean; onChange: (strokes: Strokes) => void }) {
  const t = useApprovalTexts();
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [drawing, setDrawing] = useState(false);
  const put = (next: Strokes) => {
    setStrokes(next);
    onChange(next);
  };
  const room = strokes.reduce((sum, stroke) => sum + stroke.length, 0) < most;
  return (
    <div className={styles.field}>
      <span>{t("signature")}</span>
      <svg
        className={styles.pad}
        data-wrong={wrong}
        viewBox="0 0 300 120"
        role="img"
        aria-label={t("signature")}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawing(true);
          put([...strokes, [pointOf(event)]]);
        }}
        onPointerMove={(event) => {
          const last = strokes.at(-1);
          if (drawing && room && last) put([...strokes.slice(0, -1), [...last, pointOf(event)]]);
        }}
        onPointerUp={() => setDrawing(false)}
        onPointerCancel={() => setDrawing(false)}
      >
        <Drawn strokes={strokes} />
      </svg>
      <div>
        <Button size="small" disabled={strokes.length === 0} onClick={() => put([])}>
          {t("clear")}
        </Button>
      </div>
    </div>
  );
}

export function Drawn({ strokes }: { strokes: Strokes }) {
  return strokes.map((stroke, at) => (
    // A stroke has no name: it is the first, the second …
    // oxlint-disable-next-line react/no-array-index-key
    <polyline key={at} points={stroke.map((point) => point.join(",")).join(" ")} fill="none" stroke="currentColor" strokeWidth={2} strokeLinecap="round" />
  ));
}
