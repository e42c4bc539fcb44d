/** Codes of why a message waits, was held back or is unknown, that the product itself gives. */
export const heldCodes = [
  "no_address",
  "no_consent",
  "no_consent_withdrawn",
  "quiet_hours",
  "over_the_cap",
  "taken_back",
  "no_channel",
  "reply_lost",
  "sender_lost",
  "erased",
  "outbound_not_reached",
  "outbound_refused",
] as const;
export type Held = (typeof heldCodes)[number];

export function isHeld(code: string): code is Held {
  return (heldCodes as readonly string[]).includes(code);
}
