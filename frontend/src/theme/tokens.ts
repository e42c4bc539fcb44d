/** Every colour of the product. Text pairs hold AA contrast on `surface` and `page`. */
const light = {
  page: "#f5f6f8",
  surface: "#ffffff",
  raised: "#f9fafb",
  hover: "#eff2f6",
  border: "#e0e4ea",
  borderStrong: "#c5ccd6",
  text: "#16202e",
  textSoft: "#515d6e",
  textFaint: "#677284",
  primary: "#1558d6",
  primarySoft: "#e7effd",
  link: "#1558d6",
  accent: "#b45309",
  accentSoft: "#fdf3e3",
  success: "#15803d",
  successSoft: "#e8f5ec",
  warning: "#946200",
  danger: "#c0262d",
  dangerSoft: "#fdecec",
  railStore: "#16243a",
  railHq: "#3a2150",
  railText: "#c6cfdd",
  railActive: "#ffffff",
  toneRed: "#c0262d",
  toneOrange: "#b45309",
  toneYellow: "#857000",
  toneGreen: "#15803d",
  toneBlue: "#1558d6",
  tonePurple: "#7c3aed",
  toneGrey: "#677284",
} as const;

const dark: Record<keyof typeof light, string> = {
  page: "#0e131a",
  surface: "#161d27",
  raised: "#1b2430",
  hover: "#212c3a",
  border: "#2a3442",
  borderStrong: "#3c4859",
  text: "#e6eaf0",
  textSoft: "#a9b4c3",
  textFaint: "#8f9bab",
  primary: "#2f6fe4",
  primarySoft: "#1a2c4d",
  link: "#84b1ff",
  accent: "#f0a04b",
  accentSoft: "#37291a",
  success: "#4cc27a",
  successSoft: "#17301f",
  warning: "#e0b04a",
  danger: "#f47c7c",
  dangerSoft: "#3a1d20",
  railStore: "#111b2c",
  railHq: "#2a1839",
  railText: "#b4bfce",
  railActive: "#ffffff",
  toneRed: "#f47c7c",
  toneOrange: "#f0a04b",
  toneYellow: "#e6d04a",
  toneGreen: "#4cc27a",
  toneBlue: "#84b1ff",
  tonePurple: "#b794f6",
  toneGrey: "#8f9bab",
};

export type Scheme = "light" | "dark";
export type Palette = Record<keyof typeof light, string>;
export const palettes: Record<Scheme, Palette> = { light, dark };

export const fontFamily =
  'system-ui, -apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';

/** `--cz-text-soft` for `textSoft`, and so on. */
export function cssVariables(palette: Palette): Record<string, string> {
  return Object.fromEntries(
    Object.entries(palette).map(([name, value]) => [
      `--cz-${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`,
      value,
    ]),
  );
}
