import { useEffect, useRef, useState } from "react";
import type { FileValue } from "@/features/fields/shapes";
import { sendFile } from "./api";
import type { Sending } from "./api";
import { isWaiting, waiting } from "./kinds";

export type Upload = { file: File; part: number; error: unknown };

type Options = {
  store: string;
  entity: string | null;
  field: string;
  files: FileValue[];
  onChange: (files: FileValue[]) => void;
};

/**
 * Files on their way up. Each stands in the value from the start, under an id that says so, and becomes what the
 * server answers: a form can't be saved past it.
 */
export function useUploads({ store, entity, field, files, onChange }: Options) {
  const [uploads, setUploads] = useState<Record<string, Upload>>({});
  const sendings = useRef(new Map<string, Sending>());
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  }, [files]);

  useEffect(() => {
    const running = sendings.current;
    return () => {
      for (const one of running.values()) one.stop();
    };
  }, []);

  function write(next: FileValue[]): void {
    latest.current = next;
    onChange(next);
  }

  function put(id: string, change: Partial<Upload>): void {
    setUploads((before) => (before[id] ? { ...before, [id]: { ...before[id], ...change } } : before));
  }

  function forget(id: string): void {
    sendings.current.get(id)?.stop();
    sendings.current.delete(id);
    setUploads(({ [id]: _, ...rest }) => rest);
  }

  function start(id: string, file: File): void {
    if (entity === null) return;
    const sending = sendFile({ store, entity, field, file, key: id }, (part) => put(id, { part }));
    sendings.current.set(id, sending);
    sending.done.then(
      (stored) => {
        forget(id);
        write(latest.current.map((one) => (one.id === id ? stored : one)));
      },
      (error: unknown) => put(id, { error }),
    );
  }

  return {
    uploads,
    add: (chosen: File[]) => {
      const named = chosen.map((file) => ({ id: `${waiting}${crypto.randomUUID()}`, file }));
      setUploads((before) => ({
        ...before,
        ...Object.fromEntries(named.map(({ id, file }) => [id, { file, part: 0, error: null }])),
      }));
      write([
        ...latest.current,
        ...named.map(({ id, file }) => ({ id, name: file.name, size: file.size, kind: file.type || "application/octet-stream" })),
      ]);
      for (const { id, file } of named) start(id, file);
    },
    retry: (id: string) => {
      const upload = uploads[id];
      if (!upload) return;
      put(id, { part: 0, error: null });
      start(id, upload.file);
    },
    remove: (id: string) => {
      if (isWaiting({ id })) forget(id);
      write(latest.current.filter((one) => one.id !== id));
    },
    putBack: (file: FileValue, at: number) => write(latest.current.toSpliced(Math.min(at, latest.current.length), 0, file)),
  };
}
