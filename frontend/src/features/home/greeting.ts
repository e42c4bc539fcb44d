export type Greeting = "night" | "morning" | "noon" | "afternoon" | "evening";

/** Which greeting fits an hour of the day, 0–23. */
export function greetingAt(hour: number): Greeting {
  if (hour < 5) return "night";
  if (hour < 11) return "morning";
  if (hour < 13) return "noon";
  return hour < 18 ? "afternoon" : "evening";
}
