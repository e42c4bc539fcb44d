import { useEffect, useRef, useState } from "react";
import type { PointerEvent } from "react";
import { told } from "./words";

/** Drawn by finger; told as a PNG, and null while nothing is drawn. */
export function SignaturePad({ onChange }: { onChange: (picture: string | null) => void }) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const canvas = canvasRef.current;
    if (!canvas) return;
    // At most twice the dots that are seen: a signature stays small on its way.
    const scale = Math.min(window.devicePixelRatio || 1, 2);
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

  function clear(): void {
    if (canvasRef.current) wipe(canvasRef.current);
    setDrawn(false);
    onChange(null);
  }

  return (
    <>
      <canvas
        ref={canvasRef}
        className="pad"
        role="img"
        aria-label={told("area")}
        onPointerDown={draw}
        onPointerMove={draw}
        onPointerUp={(event) => onChange(event.currentTarget.toDataURL("image/png"))}
      />
      <div className="row">
        <button type="button" className="plain" disabled={!drawn} onClick={clear}>
          {told("clear")}
        </button>
        <p className="hint">{told("hint")}</p>
      </div>
    </>
  );
}

function wipe(canvas: HTMLCanvasElement): void {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
}
