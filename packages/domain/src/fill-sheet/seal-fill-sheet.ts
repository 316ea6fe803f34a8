/** The sheet as it was handed in: kept with the case and never changed afterwards. Called when `information_submitted` seals it. */
import type { Rulebook } from '../rulebook/rule-values.js';
import { buildFillSheet, type FillSheet, type FillSheetFacts } from './build-fill-sheet.js';

/** Personal numbers stand masked in it, papers by their code. */
export interface SealedSheet extends FillSheet {
  /** When the information was submitted. */
  sealedAt: string;
  /** The rulebook whose counts and locks it shows. */
  rulebookVersion: string;
}

export function sealFillSheet(sheet: FillSheetFacts, rules: Rulebook, sealedAt: string): SealedSheet {
  return { ...buildFillSheet(sheet, rules), sealedAt, rulebookVersion: rules.version };
}
