import { formatPlate, plateColor } from "@/format/plate";
import styles from "./plateChip.module.css";

/** A number plate in the plate's own colour. `kind`: the record's `plate_kind`, where it is known. */
export function PlateChip({ plate, kind }: { plate: string; kind?: string | null }) {
  return <span className={`${styles.plate} ${styles[plateColor(plate, kind ?? null)]}`}>{formatPlate(plate)}</span>;
}
