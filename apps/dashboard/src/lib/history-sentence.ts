/** Tells a history entry in words: the sentence of its kind, and beneath it the reason, the evidence what was acknowledged, and the advice it began with. */
import type { HistoryEntry } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { factLine } from './fact-words.js';
import type { Translate } from './locale.js';
import { findText, type TextParams } from './texts.js';

export interface HistorySentence {
  sentence: string;
  details: readonly string[];
}

export function historySentence(entry: HistoryEntry, t: Translate, locale: Locale): HistorySentence {
  const facts = isRecord(entry.payload['facts']) ? entry.payload['facts'] : {};
  const { code } = entry.payload;
  // A paper is kept by its code and named in the sentence.
  const params = { ...words(entry.payload), ...words(facts), ...(typeof code === 'string' ? { paper: code } : {}) };
  const sentence =
    findText(locale, `history.${entry.kind}`, params) ?? findText(locale, `states.event.${entry.kind}`) ?? entry.kind;
  const details: string[] = [];
  for (const [name, value] of Object.entries(facts)) {
    const line = factLine(name, value, locale);
    if (line) details.push(line);
  }
  const { reason, evidence, acknowledgements, advice } = entry.payload;
  if (isRecord(advice) && typeof advice['asOf'] === 'string') {
    const verdict = findText(locale, `advisor.verdict.${String(advice['verdict'])}`) ?? '';
    details.push(t('advisor.case_history', { date: advice['asOf'], verdict }));
  }
  if (typeof reason === 'string' && reason && !sentence.includes(reason))
    details.push(t('dashboard.history.reason', { reason }));
  if (isRecord(evidence) && typeof evidence['rank'] === 'string') {
    const rank = findText(locale, `states.evidence.${evidence['rank']}`) ?? evidence['rank'];
    const note = evidence['note'];
    details.push(typeof note === 'string' && note ? t('dashboard.history.evidence_note', { rank, note }) : rank);
  }
  for (const each of Array.isArray(acknowledgements) ? acknowledgements : []) {
    if (!isRecord(each) || typeof each['reason'] !== 'string') continue;
    const by = each['answeredBy'];
    details.push(
      typeof by === 'string'
        ? t('dashboard.history.answered', { by, reason: each['reason'] })
        : t('dashboard.history.acknowledged', { reason: each['reason'] }),
    );
  }
  return { sentence, details };
}

/** Plain values for the sentence, amounts the way the texts take them; everything nested is left out. */
function words(values: Readonly<Record<string, unknown>>): TextParams {
  const found: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'number' || typeof value === 'string') found[name] = value;
    else if (isRecord(value) && typeof value['amountMinor'] === 'number' && typeof value['currency'] === 'string') {
      found[name] = `${value['amountMinor']} ${value['currency']}`;
    }
  }
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
