import { isRealDay } from "@/format/date";
import { ofText, refusal } from "./refusal";

function compact(text: string): string {
  return text.replace(/[\s-]/g, "").toUpperCase();
}

const cardWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: the day of birth must exist and the last sign follow from the others. */
export const checkIdCard = ofText((text) => {
  const number = compact(text);
  if (!/^\d{17}[\dX]$/.test(number)) return refusal("id_card_form");
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isRealDay(born) || born < "1850") return refusal("id_card_date");
  const total = cardWeights.reduce((sum, weight, place) => sum + weight * Number(number.charAt(place)), 0);
  return "10X98765432".charAt(total % 11) === number.charAt(17) ? null : refusal("id_card_check");
});

const codeSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100: the unified social credit code, a firm's tax number. */
export const checkTaxNo = ofText((text) => {
  const code = compact(text);
  if (!/^\d{8}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return refusal("tax_no_form");
  const total = codeWeights.reduce((sum, weight, place) => sum + weight * codeSigns.indexOf(code.charAt(place)), 0);
  return codeSigns.charAt((31 - (total % 31)) % 31) === code.charAt(17) ? null : refusal("tax_no_check");
});
