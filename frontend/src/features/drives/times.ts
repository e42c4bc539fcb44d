import dayjs from "dayjs";

/** The stores' clock; China has no summer time. */
const zone = "Asia/Shanghai";
const offset = "+08:00";

export function clockOf(value: unknown): string {
  return typeof value === "string" ? dayjs(value).tz(zone).format("HH:mm") : "";
}

/** As the board's wall shows a moment. */
export function onTheWall(value: unknown): string {
  return typeof value === "string" ? dayjs(value).tz(zone).format("YYYY-MM-DDTHH:mm:ss") : "";
}

/** What stands on the wall, as the server takes it. */
export function offTheWall(at: Date): string {
  return `${dayjs(at).format("YYYY-MM-DDTHH:mm:ss")}${offset}`;
}

/** Minutes from midnight as HH:mm. */
export function minuteText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00`;
}
