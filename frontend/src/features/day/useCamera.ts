import { useEffect, useRef, useState } from "react";

type Detected = { rawValue: string };
type Detector = { detect: (source: HTMLVideoElement) => Promise<Detected[]> };
type DetectorClass = new (options: { formats: string[] }) => Detector;

/** Only some browsers have it, and TypeScript's own library does not know it yet. */
const detectorClass = () => (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
const formats = ["code_39", "code_128", "data_matrix", "qr_code"];
const everyMs = 250;

export const canScan = (): boolean => detectorClass() !== undefined && Boolean(navigator.mediaDevices);

/** Reads codes by the camera while it is shown; answers the element for the picture. `denied`: no camera was given. */
export function useCamera(onRead: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [denied, setDenied] = useState(false);
  const told = useRef(onRead);
  useEffect(() => {
    told.current = onRead;
  });
  useEffect(() => {
    const Detect = detectorClass();
    if (!Detect) return undefined;
    const detector = new Detect({ formats });
    let stream: MediaStream | null = null;
    let timer = 0;
    let over = false;
    const look = async () => {
      const picture = video.current;
      const found = picture && picture.readyState >= 2 ? await detector.detect(picture).catch(() => []) : [];
      if (over) return;
      const text = found[0]?.rawValue.trim();
      if (text) told.current(text);
      else timer = globalThis.setTimeout(() => void look(), everyMs) as unknown as number;
    };
    const begin = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      } catch {
        setDenied(true);
        return;
      }
      if (over || !video.current) return stop(stream);
      video.current.srcObject = stream;
      await video.current.play().catch(() => undefined);
      void look();
    };
    void begin();
    return () => {
      over = true;
      globalThis.clearTimeout(timer);
      stop(stream);
    };
  }, []);
  return { video, denied };
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
