import { ofText, refusal } from "./refusal";

/** Forms of the mainland: mobiles, land lines with or without area code, 400 and 800, short service numbers. */
const forms = [/^1[3-9]\d{9}$/, /^[2-9]\d{6,7}$/, /^0\d{9,11}$/, /^[48]00\d{7}$/, /^(?:1[012]\d{1,4}|9\d{4,5})$/];

/** Numbers abroad are counted only; the server knows the plans of all countries. */
export const checkPhone = ofText((text) => {
  if (!/^[0-9()+\-. /]+$/.test(text)) return refusal("not_a_phone");
  const digits = text.replace(/\D/g, "");
  const here = digits.replace(/^(?:00)?86(?=\d{11}$)/, "");
  if (forms.some((form) => form.test(here))) return null;
  const abroad = /^(?:\+|00)(?!86)/.test(text) ? digits.length >= 8 : digits.length >= 10 && !/^[01]/.test(digits);
  return abroad && digits.length <= 17 ? null : refusal("not_a_phone");
});
