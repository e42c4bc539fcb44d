import { useAppearance } from "./appearance";
import type { Scheme } from "./tokens";
import { useMediaQuery } from "./useMediaQuery";

/** Light or dark as it is now shown, for what can't be coloured by CSS. */
export function useScheme(): Scheme {
  const { theme } = useAppearance();
  const systemIsDark = useMediaQuery("(prefers-color-scheme: dark)");
  if (theme !== "system") return theme;
  return systemIsDark ? "dark" : "light";
}
