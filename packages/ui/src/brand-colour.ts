/** How far an agency's own colour may go: always as the stripe on top; on buttons only where white letters stay readable on it. Called by the portal's frame, and by the page on which an agency chooses it. */

/** Least contrast of letters of normal size, WCAG 2.2 AA. */
const READABLE = 4.5;

export interface BrandFace {
  /** `#rrggbb`; null: the product's own look. */
  readonly stripe: string | null;
  /** Background of buttons with white letters; null: too light for them. */
  readonly button: string | null;
}

/** @param colour as the agency has set it; whatever is no `#rrggbb` counts as none */
export function brandFace(colour: string | null): BrandFace {
  if (colour === null || !/^#[0-9a-f]{6}$/.test(colour)) return { stripe: null, button: null };
  return { stripe: colour, button: contrastWithWhite(colour) >= READABLE ? colour : null };
}

function contrastWithWhite(colour: string): number {
  return 1.05 / (luminance(colour) + 0.05);
}

/** Relative luminance, 0 black to 1 white, as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
