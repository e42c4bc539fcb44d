export type PlateColor = "blue" | "green" | "yellow";

/** `沪A12345` → `沪A·12345`. */
export function formatPlate(value: string): string {
  const plate = value.replace(/[\s·.-]/g, "").toUpperCase();
  return plate.length >= 7 ? `${plate.slice(0, 2)}·${plate.slice(2)}` : value;
}

/** New-energy plates carry six characters after the city letter; trailers and driving-school cars are yellow. */
export function plateColor(value: string): PlateColor {
  const plate = value.replace(/[\s·.-]/g, "");
  if (/[\u5b66\u6302]$/.test(plate)) return "yellow";
  return plate.length >= 8 ? "green" : "blue";
}
