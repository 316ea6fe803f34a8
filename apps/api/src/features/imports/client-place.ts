/** The language and the time zone a client is first written down with, from its country. A person can change both. Pure; called by the import worker. */
import type { Locale } from '@daiban/domain/enumerations';

const CHINESE_SPEAKING = new Set(['CN', 'HK', 'MO', 'TW']);

/** Where the language data names several zones: the one of the capital's or the largest city's business. */
const MAIN_ZONES: Readonly<Record<string, string>> = {
  AR: 'America/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  ID: 'Asia/Jakarta',
  KZ: 'Asia/Almaty',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  NZ: 'Pacific/Auckland',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kiev',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
};

/** In the runtime since V8 9.9, not yet in the compiler's library. */
interface ZonedLocale extends Intl.Locale {
  getTimeZones?(): string[] | undefined;
}

export function placeOfCountry(countryCode: string, fallbackZone: string): { locale: Locale; timeZone: string } {
  const locale: ZonedLocale = new Intl.Locale('und', { region: countryCode });
  const [first] = locale.getTimeZones?.() ?? [];
  return {
    locale: CHINESE_SPEAKING.has(countryCode) ? 'zh' : 'en',
    timeZone: MAIN_ZONES[countryCode] ?? first ?? fallbackZone,
  };
}
