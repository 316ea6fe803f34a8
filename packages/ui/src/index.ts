/** Door of the shared look: theme, plain components, the strict policy's set-up. Styles are `@daiban/ui/{theme,components,mantine,chinese-font}.css`. */
export { BrandMark } from './brand-mark.js';
export { ChancesMeter, type ChancesMeterProps } from './chances-meter.js';
export { mayLackChineseFont } from './chinese-font.js';
export { FindingNote, FindingNotes, type FindingNoteProps } from './finding-note.js';
export { HolderMark, HolderText, type HolderMarkProps, type HolderTextProps } from './holder-mark.js';
export { JourneyLine } from './journey-line.js';
export type { JourneyEnd, JourneyLineProps, JourneyStation } from './journey-props.js';
export { PageFace, type PageFaceProps } from './page-face.js';
export { Pill, type PillProps } from './pill.js';
export { RuleNote, type RuleNoteProps, type ToldRule } from './rule-note.js';
export { isHarmlessMarkup, prepareForStrictPolicy, styleNonce } from './security.js';
export { GlyphDrawing } from './glyph-drawing.js';
export { StageMark, StageText } from './stage-mark.js';
export { cssVariables, theme } from './theme.js';
export { WaitGauge, type WaitCell, type WaitGaugeProps } from './wait-gauge.js';
export { waitCells, type WaitDay } from './wait-cells.js';
export { WhyButton, type WhyButtonProps } from './why-button.js';
