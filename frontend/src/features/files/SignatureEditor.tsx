import { CheckOutlined, EditOutlined, UndoOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useContext, useEffect, useRef, useState } from "react";
import type { PointerEvent } from "react";
import { filesOf } from "@/features/fields/shapes";
import type { EditorProps } from "@/features/fields/widget";
import styles from "./files.module.css";
import { FileTile } from "./FileTile";
import { KindOfRecord } from "./KindOfRecord";
import { Picture } from "./Picture";
import { isWaiting } from "./kinds";
import { useFilesTexts } from "./texts";
import { useUploads } from "./useUploads";

/** Drawn by finger, pen or mouse, and kept as a picture. */
export function SignatureEditor({ id, field, store, value, label, invalid, describedBy, onChange, onLeave }: EditorProps) {
  const t = useFilesTexts();
  const entity = useContext(KindOfRecord);
  const [file] = filesOf(value) ?? [];
  const { uploads, add, retry, remove } = useUploads({
    store,
    entity,
    field: field.name,
    files: file ? [file] : [],
    onChange: (next) => onChange(next.length > 0 ? next.slice(-1) : null),
  });
  if (entity === null) return <p className={styles.hint}>{t("noKind")}</p>;
  if (!file)
    return (
      <Pad id={id} label={label} invalid={invalid} describedBy={describedBy} onLeave={onLeave} onSigned={(drawn) => add([drawn])} />
    );
  if (isWaiting(file))
    return (
      <ul className={styles.tiles}>
        <FileTile
          store={store}
          file={file}
          upload={uploads[file.id]}
          onOpen={() => undefined}
          onRetry={() => retry(file.id)}
          onRemove={() => remove(file.id)}
        />
      </ul>
    );
  return (
    <div className={styles.signed}>
      <Picture store={store} file={file} className={styles.signature ?? ""} />
      <Button id={id} icon={<EditOutlined aria-hidden />} aria-label={`${label} · ${t("sign.again")}`} onClick={() => remove(file.id)}>
        {t("sign.again")}
      </Button>
    </div>
  );
}

type PadProps = Pick<EditorProps, "id" | "label" | "invalid" | "describedBy" | "onLeave"> & { onSigned: (file: File) => void };

function Pad({ id, label, invalid, describedBy, onLeave, onSigned }: PadProps) {
  const t = useFilesTexts();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    const canvas = canvasRef.current;
    if (!canvas) return;
    // As many dots as the screen has, so that the line is smooth.
    const scale = window.devicePixelRatio || 1;
    canvas.width = canvas.clientWidth * scale;
    canvas.height = canvas.clientHeight * scale;
    wipe(canvas);
  }, []);

  function draw(event: PointerEvent<HTMLCanvasElement>): void {
    const canvas = event.currentTarget;
    const pen = canvas.getContext("2d");
    if (!pen || event.buttons === 0) return;
    const place = canvas.getBoundingClientRect();
    const scale = canvas.width / place.width;
    const [x, y] = [(event.clientX - place.left) * scale, (event.clientY - place.top) * scale];
    if (event.type === "pointerdown") {
      canvas.setPointerCapture(event.pointerId);
      pen.beginPath();
      pen.moveTo(x, y);
    }
    pen.lineWidth = 2.5 * scale;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = "#16202e";
    pen.lineTo(x, y);
    pen.stroke();
    setDrawn(true);
  }

  return (
    <div className={styles.pad} data-invalid={invalid} onBlur={onLeave}>
      <canvas
        ref={canvasRef}
        className={styles.canvas}
        role="img"
        aria-label={`${label} · ${t("sign.area")}`}
        aria-describedby={describedBy}
        onPointerDown={draw}
        onPointerMove={draw}
      />
      <p className={styles.hint}>{t("sign.hint")}</p>
      <div className={styles.ways}>
        <Button
          id={id}
          type="primary"
          ghost
          icon={<CheckOutlined aria-hidden />}
          disabled={!drawn}
          aria-label={`${label} · ${t("sign.use")}`}
          onClick={() =>
            canvasRef.current?.toBlob((blob) => {
              if (blob) onSigned(new File([blob], "signature.png", { type: "image/png" }));
            }, "image/png")
          }
        >
          {t("sign.use")}
        </Button>
        <Button
          icon={<UndoOutlined aria-hidden />}
          disabled={!drawn}
          onClick={() => {
            if (canvasRef.current) wipe(canvasRef.current);
            setDrawn(false);
          }}
        >
          {t("sign.clear")}
        </Button>
      </div>
    </div>
  );
}

function wipe(canvas: HTMLCanvasElement): void {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
}
