import type { Vacancy, VacancyDraft } from '../documents/index.ts';
import type { PersonFactName } from '../rule/rule.ts';
import { criteriaOf } from '../rule/walk.ts';
import { TURNING } from '../text/shown.ts';
import type { Flaw } from './flaw.ts';

/** A number to call, or a service by which money or messages go to somebody who is not there. */
const CONTACT =
  /(?:\+|\b00)\d[\d\s().-]{6,}\d|\b\d{3}[\s.-]\d{3}[\s.-]\d{3,4}\b|\b\d{9,}\b|\bwhats\s?app\b|\btelegram\b|\bviber\b|واتساب|تيليجرام/iu;

/** Words of paying somebody, in the languages of the pages. */
const PAYING =
  /\b(?:pay|send|transfer|deposit|remit|fees?|western union|money\s?gram|m-?pesa|bkash|gcash|bitcoin|pagar|paga|pagos?|dep[oó]sito|transferencia|env[ií](?:a|e|ar) dinero|tasas?|payer|payez|frais|versez|virement|caution|acompte)\b|ادفع|دفع|رسوم|تحويل|حوالة|إيداع/iu;

const textsOf = ({ title, description, region, skills }: VacancyDraft) => [
  ...Object.entries(title ?? {}).map(([tag, text]) => [`/title/${tag}`, text] as const),
  ...Object.entries(description ?? {}).map(([tag, text]) => [`/description/${tag}`, text] as const),
  ...(region === undefined ? [] : [['/region', region] as const]),
  ...(skills ?? []).map((skill, at) => [`/skills/${at}`, skill] as const),
];

/** What somebody is, not what they can do. */
const WHO_THEY_ARE: readonly PersonFactName[] = [
  ...(['age', 'sex', 'nationality', 'health', 'dependants', 'displacement'] as const),
];

/** An employer that requires what only a law may ask of people. */
function discriminations({ requires }: VacancyDraft): Flaw[] {
  const asked = requires === undefined ? [] : criteriaOf(requires).map(({ fact }) => fact);
  const facts = WHO_THEY_ARE.filter((fact) => asked.some((one) => one === fact));
  return facts.length === 0 ? [] : [{ path: '/requires', why: 'asks-who-they-are', facts, flag: true }];
}

/**
 * What in a vacancy's own words somebody has to look at before anybody answers it: a way to reach somebody beside words of payment (nobody
 * pays for a job), marks that hide what is written, and requirements of who somebody is.
 */
export function suspicionsOf(vacancy: Vacancy | VacancyDraft): Flaw[] {
  const words = textsOf(vacancy).flatMap(([path, text]): Flaw[] => [
    ...(CONTACT.test(text) && PAYING.test(text) ? [{ path, why: 'asks-for-payment', flag: true } as const] : []),
    ...(TURNING.test(text) ? [{ path, why: 'hidden-marks', flag: true } as const] : []),
  ]);
  return [...words, ...discriminations(vacancy)];
}

const OF_ITS_WORDS: readonly Flaw['why'][] = ['asks-for-payment', 'hidden-marks', 'asks-who-they-are'];

/** Whether it stands in a vacancy's own words: no change of its pathway brings that or takes it away. */
export const isOfItsWords = ({ why }: Flaw): boolean => OF_ITS_WORDS.includes(why);
