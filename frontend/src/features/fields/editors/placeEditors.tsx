import { AutoComplete, Button, Input } from "antd";
import { useState } from "react";
import provinces from "../data/provinces.json";
import { addressOf, addressParts, pointOf } from "../shapes";
import type { AddressValue } from "../shapes";
import { useFieldTexts } from "../texts";
import type { EditorProps } from "../widget";
import styles from "./editors.module.css";

const places = provinces.map((name) => ({ value: name }));

export function AddressEditor({ id, label, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  const t = useFieldTexts();
  const address = addressOf(value) ?? (typeof value === "string" && value ? { street: value } : {});

  function write(part: keyof AddressValue, text: string): void {
    const next = { ...address, [part]: text };
    onChange(addressParts.some((one) => next[one]) ? next : null);
  }
  const told = (part: keyof AddressValue) => ({
    "aria-label": `${label} · ${t(`address.${part}`)}`,
    placeholder: t(`address.${part}`),
    status: invalid ? ("error" as const) : ("" as const),
    value: address[part] ?? "",
  });
  return (
    <div className={styles.address} onBlur={onLeave}>
      <AutoComplete
        {...told("province")}
        id={id}
        aria-describedby={describedBy}
        options={places}
        showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
        onChange={(text: string | undefined) => write("province", text ?? "")}
      />
      <Input {...told("city")} onChange={(event) => write("city", event.target.value)} />
      <Input {...told("district")} onChange={(event) => write("district", event.target.value)} />
      <Input {...told("street")} className={styles.street ?? ""} onChange={(event) => write("street", event.target.value)} />
    </div>
  );
}

type Typed = { lng: string; lat: string };

/** What is typed is a point only when both figures are there; until then it is kept as it is typed. */
function asPoint({ lng, lat }: Typed): unknown {
  if (lng.trim() === "" && lat.trim() === "") return null;
  return { lng: lng.trim() === "" ? null : Number(lng), lat: lat.trim() === "" ? null : Number(lat) };
}

export function LocationEditor({ id, label, value, invalid, describedBy, onChange, onLeave }: EditorProps) {
  const t = useFieldTexts();
  const point = pointOf(value);
  const [typed, setTyped] = useState<Typed>({ lng: String(point?.lng ?? ""), lat: String(point?.lat ?? "") });
  const [refused, setRefused] = useState(false);

  function write(next: Typed): void {
    setTyped(next);
    onChange(asPoint(next));
  }
  function here(): void {
    setRefused(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => write({ lng: coords.longitude.toFixed(6), lat: coords.latitude.toFixed(6) }),
      () => setRefused(true),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  }
  const told = (axis: keyof Typed) => ({
    "aria-label": `${label} · ${t(`location.${axis}`)}`,
    placeholder: t(`location.${axis}`),
    inputMode: "decimal" as const,
    status: invalid ? ("error" as const) : ("" as const),
    value: typed[axis],
  });
  return (
    <div className={styles.stack} onBlur={onLeave}>
      <div className={styles.pair}>
        <Input {...told("lng")} id={id} aria-describedby={describedBy} onChange={({ target }) => write({ ...typed, lng: target.value })} />
        <Input {...told("lat")} onChange={({ target }) => write({ ...typed, lat: target.value })} />
      </div>
      {"geolocation" in navigator && (
        <Button size="small" className={styles.start ?? ""} onClick={here}>
          {t("location.here")}
        </Button>
      )}
      {refused && <span role="alert" className={styles.hint}>{t("location.refused")}</span>}
    </div>
  );
}
