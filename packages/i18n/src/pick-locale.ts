/** Chooses the language of an answer from a request's Accept-Language header; API and portal use it. */
import type { Locale } from '@daiban/domain/enumerations';

/** The first language we have, by weight then order; `fallback` when the header is missing, broken or names none of ours. */
export function pickLocale(acceptLanguage: string | null | undefined, fallback: Locale): Locale {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part, position) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const weight = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find((q) => q !== undefined);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight), position };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.position - b.position);
  for (const { language } of wanted) if (language === 'en' || language === 'zh') return language;
  return fallback;
}
