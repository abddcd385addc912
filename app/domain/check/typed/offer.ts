import { Country, Currency } from '../../documents/codes.ts';
import type { Profile, Wage } from '../../documents/index.ts';
import { Months } from '../../documents/numbers.ts';
import { readAmount, readCount } from './number.ts';
import { oneOf, type Read, slip, slipsOf, type Typed, understood, unlessBlank } from './typed.ts';
import { readWork, WORK, workFields } from './work.ts';

type Offer = NonNullable<Profile['offer']>;

/** A gross wage: `wage`, `currency` and `per`. */
export function readWage(typed: Typed): Read<Wage> {
  const amount = readAmount(typed, 'wage');
  const currency = oneOf(typed, 'currency', Currency.options, 'currency');
  const per = oneOf(typed, 'per', ['hour', 'month', 'year'], 'per');
  if (!amount.ok || !currency.ok || !per.ok) return slipsOf(amount, currency, per);
  return understood({ money: { amount: amount.value, currency: currency.value }, per: per.value });
}

export function readHours(typed: Typed): Read<number> {
  const hours = readAmount(typed, 'hours', 'hours');
  return hours.ok && (hours.value === 0 || hours.value > 168) ? slip('hours', 'hours') : hours;
}

/** A job offer: where, and as much about it as is known. */
export function readOffer(typed: Typed): Read<Offer> {
  const destination = oneOf(typed, 'destination', Country.options, 'country');
  const occupation = unlessBlank(typed, WORK.words, readWork);
  const wage = unlessBlank(typed, 'wage', readWage);
  const hours = unlessBlank(typed, 'hours', readHours);
  const months = unlessBlank(typed, 'months', (fields) => readCount(fields, 'months', Months));
  if (!destination.ok || !occupation.ok || !wage.ok || !hours.ok || !months.ok)
    return slipsOf(destination, occupation, wage, hours, months);
  return understood({
    destination: destination.value,
    ...(occupation.value !== undefined && { occupation: occupation.value }),
    ...(wage.value !== undefined && { wage: wage.value }),
    ...(hours.value !== undefined && { hoursPerWeek: hours.value }),
    ...(months.value !== undefined && { months: months.value }),
  });
}

const field = (name: string, value: string | number | undefined): (readonly [string, string])[] =>
  value === undefined ? [] : [[name, String(value)]];

/** An offer as the fields that it is typed into. */
export const offerFields = ({ destination, occupation, wage, hoursPerWeek, months }: Offer) => [
  ...field('destination', destination),
  ...workFields(occupation),
  ...field('wage', wage?.money.amount),
  ...field('currency', wage?.money.currency),
  ...field('per', wage?.per),
  ...field('hours', hoursPerWeek),
  ...field('months', months),
];
