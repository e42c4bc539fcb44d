export type PlateColor = "blue" | "green" | "yellow" | "white";

/** Province, city letter and five or six characters, the last of which may say what the car is for. */
const chinesePlate = /^[\u4e00-\u9fff][A-Z][A-Z0-9]{4,5}[A-Z0-9\u5b66\u6302\u8b66\u6e2f\u6fb3\u9886]$/;

/** Colours by the kind that the record names. */
const kinds: Record<string, PlateColor> = {
  blue: "blue",
  new_energy: "green",
  yellow: "yellow",
  special: "white",
  temporary: "white",
};

function bare(value: string): string {
  return value.replace(/[\s\u00b7\u2022.-]/g, "").toUpperCase();
}

/** `沪A12345` → `沪A·12345`. What is no Chinese plate stays as it was written. */
export function formatPlate(value: string): string {
  const plate = bare(value);
  return chinesePlate.test(plate) ? `${plate.slice(0, 2)}·${plate.slice(2)}` : value;
}

/**
 * By `kind` where it is known. Else: new-energy plates carry six characters after the city letter; trailers and
 * driving-school cars are yellow.
 */
export function plateColor(value: string, kind?: string | null): PlateColor {
  const known = kind ? kinds[kind] : undefined;
  if (known) return known;
  const plate = bare(value);
  if (/[\u5b66\u6302]$/.test(plate)) return "yellow";
  return plate.length >= 8 ? "green" : "blue";
}
