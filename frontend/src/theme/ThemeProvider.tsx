import { ConfigProvider, theme as antdTheme } from "antd";
import type { ThemeConfig } from "antd";
import { useLayoutEffect } from "react";
import type { ReactNode } from "react";
import { useAppearance } from "./appearance";
import { cssVariables, fontFamily, palettes } from "./tokens";
import type { Palette, Scheme } from "./tokens";
import { useMediaQuery } from "./useMediaQuery";

function antdConfig(palette: Palette, scheme: Scheme, screen: { phone: boolean; compact: boolean; still: boolean }): ThemeConfig {
  const { phone, compact, still } = screen;
  return {
    algorithm: scheme === "dark" ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      fontFamily,
      // base.css takes transitions away then, so that nothing may wait for their end.
      motion: !still,
      fontSize: phone ? 16 : 14,
      controlHeight: phone ? 44 : compact ? 28 : 34,
      borderRadius: 6,
      colorPrimary: palette.primary,
      colorInfo: palette.primary,
      colorSuccess: palette.success,
      colorWarning: palette.warning,
      // What antd makes of a dark yellow is mud.
      colorWarningBg: palette.accentSoft,
      colorError: palette.danger,
      colorLink: palette.link,
      colorText: palette.text,
      colorTextSecondary: palette.textSoft,
      colorTextDescription: palette.textSoft,
      colorTextPlaceholder: palette.textFaint,
      colorBgBase: palette.surface,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBgLayout: palette.page,
      colorBorder: palette.borderStrong,
      colorBorderSecondary: palette.border,
      boxShadow: "0 4px 16px rgb(0 0 0 / 0.12)",
      boxShadowSecondary: "0 4px 16px rgb(0 0 0 / 0.12)",
    },
    components: { Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" } },
  };
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const { theme, density } = useAppearance();
  const systemIsDark = useMediaQuery("(prefers-color-scheme: dark)");
  const phone = useMediaQuery("(max-width: 767px)");
  const still = useMediaQuery("(prefers-reduced-motion: reduce)");
  const scheme: Scheme = theme === "system" ? (systemIsDark ? "dark" : "light") : theme;

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = scheme;
    root.dataset.density = density;
    root.style.colorScheme = scheme;
    for (const [name, value] of Object.entries(cssVariables(palettes[scheme]))) root.style.setProperty(name, value);
  }, [scheme, density]);

  return (
    <ConfigProvider
      theme={antdConfig(palettes[scheme], scheme, { phone, compact: density === "compact", still })}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
