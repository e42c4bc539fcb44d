import { ofText, refusal } from "./refusal";

export const vinLength = 17;
const letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
const worths = [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9];
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

export function compactVin(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
}

export const checkVin = ofText((text) => {
  const vin = compactVin(text);
  if (vin.length !== vinLength) return refusal("vin_length", { length: vin.length });
  return /^[A-HJ-NPR-Z0-9]+$/.test(vin) ? null : refusal("vin_characters");
});

/** Whether the ninth sign of a whole VIN follows from the others: GB 16735. */
export function hasRightCheckDigit(text: string): boolean {
  const vin = compactVin(text);
  const total = weights.reduce((sum, weight, place) => {
    const sign = vin.charAt(place);
    const worth = /\d/.test(sign) ? Number(sign) : (worths[letters.indexOf(sign)] ?? 0);
    return sum + weight * worth;
  }, 0);
  return "0123456789X".charAt(total % 11) === vin.charAt(8);
}
