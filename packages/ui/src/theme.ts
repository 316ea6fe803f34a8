/** The one Mantine theme of both apps: its colours are the CSS variables of theme.css, so light and dark need no second table. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// Mantine wants ten shades; the two that its primary colour uses are the design's jade in light (7) and dark (4).
const jade: MantineColorsTuple = [
  '#e5f1ed',
  '#c6e2da',
  '#9fd2c4',
  '#76cbb3',
  '#4cc2a2',
  '#2a9c80',
  '#17836b',
  '#0b6e59',
  '#07574a',
  '#05211a',
];

/** Hand it to `MantineProvider` with `cssVariables`. */
export const theme = /* @__PURE__ */ createTheme({
  primaryColor: 'jade',
  primaryShade: { light: 7, dark: 4 },
  colors: { jade },
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '16px' },
  lineHeights: { xs: '16px', sm: '19px', md: '20px', lg: '22px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '10px', xl: '12px' },
  defaultRadius: 'sm',
  shadows: {
    xs: 'var(--shadow-1)',
    sm: 'var(--shadow-1)',
    md: 'var(--shadow-2)',
    lg: 'var(--shadow-2)',
    xl: 'var(--shadow-2)',
  },
  // Named, so that mantine.css can tell a filled button by its attribute.
  components: { Button: { defaultProps: { variant: 'filled' } } },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
});

const shared = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-error': 'var(--turn)',
  '--mantine-color-anchor': 'var(--jade)',
  '--mantine-primary-color-filled': 'var(--jade)',
  '--mantine-primary-color-filled-hover': 'var(--jade-deep)',
  '--mantine-primary-color-contrast': 'var(--on-jade)',
};

/** Points Mantine's own variables at ours, in both colour schemes alike. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
