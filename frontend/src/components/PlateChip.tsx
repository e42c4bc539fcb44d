import { formatPlate, plateColor } from "@/format/plate";
import styles from "./plateChip.module.css";

/** A number plate in the plate's own colour. */
export function PlateChip({ plate }: { plate: string }) {
  return <span className={`${styles.plate} ${styles[plateColor(plate)]}`}>{formatPlate(plate)}</span>;
}
