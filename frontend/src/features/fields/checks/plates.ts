import provinces from "../data/plateProvinces.json";
import { ofText, refusal } from "./refusal";

const office = `[${provinces}][A-Z]`;
const sign = "[A-HJ-NP-Z0-9]";
const green = "[A-HJK]";

/** As src/chezhan/catalogue/plates.py has them. */
const shapes = [
  `${office}(?:${green}${sign}\\d{4}|\\d{5}${green})`,
  `${office}${sign}{5}`,
  `${office}${sign}{4}[\u6302\u5b66\u8b66]`,
  `\u4f7f\\d{6}|\\d{6}\u4f7f|(?:${office})?${sign}{4,5}\u9886`,
  `\u7ca4Z${sign}{4}[\u6e2f\u6fb3]`,
  `[${provinces}][XS]${sign}{3,4}\u5e94\u6025`,
  `[A-Z]{2}\\d{5}`,
  `WJ[${provinces}]?\\d{4,5}[A-Z]?`,
  `\u6c11\u822a${sign}{5}`,
  `${office}${sign}{4,6}\u4e34|\u4e34${office}${sign}{4,6}`,
].map((pattern) => new RegExp(`^(?:${pattern})$`));
const common = new RegExp(`^${office}${sign}{5}$`);

/** `沪a·12345` → `沪A12345`. */
export function compactPlate(text: string): string {
  return text.normalize("NFKC").replace(/[\s\u00b7\u2022\u30fb.-]/g, "").toUpperCase();
}

export const checkPlate = ofText((text) => {
  const plate = compactPlate(text);
  return shapes.some((shape) => shape.test(plate)) ? null : refusal("not_a_plate");
});

/** More than two letters in a common plate's serial are seldom right. */
export function isUnusualPlate(text: string): boolean {
  const plate = compactPlate(text);
  return common.test(plate) && plate.slice(2).replace(/\d/g, "").length > 2;
}

/** The province's sign and the rest; "" for a plate that begins otherwise. */
export function splitPlate(text: string): { province: string; rest: string } {
  const plate = compactPlate(text);
  const first = plate.charAt(0);
  return first !== "" && provinces.includes(first) ? { province: first, rest: plate.slice(1) } : { province: "", rest: plate };
}
