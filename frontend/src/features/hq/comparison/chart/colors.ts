import type { Scheme } from "@/theme/tokens";

/**
 * Told apart by people who see red and green alike (after Okabe and Ito), 3:1 and more against the surface.
 * Every line also has a symbol of its own.
 */
export const seriesColors: Record<Scheme, readonly string[]> = {
  light: ["#0b5fb8", "#c44e00", "#00785a", "#9c3d86", "#7a6200", "#4a5568"],
  dark: ["#63adff", "#ff9a5c", "#3fcf9f", "#e58fd0", "#e3c24d", "#b4bfce"],
};

/** The second period, behind the first. */
export const beforeColor: Record<Scheme, string> = { light: "#8a95a5", dark: "#77849a" };

export const symbols = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"] as const;
export const mostLines = seriesColors.light.length;
