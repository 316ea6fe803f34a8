/** The language of an answer: what Accept-Language asks for, else the agency's, else English. */
import type { Locale } from '@daiban/domain/enumerations';
import { pickLocale } from '@daiban/i18n';
import type { FastifyRequest } from './request-state.js';

export function localeOf(request: FastifyRequest): Locale {
  const state = request.daiban;
  const fallback = state?.locale ?? state?.staff?.agency.locale ?? state?.visitor?.actor.locale ?? 'en';
  return pickLocale(request.headers['accept-language'], fallback);
}
