import * as z from 'zod';
import { Currency } from './codes.ts';
import { Quantity } from './numbers.ts';

const Amount = Quantity.describe(`an amount of money, ${Quantity.description}`);

/** An amount in the currency's main unit, never below zero; unknown money is absent, not zero. */
export const Money = z
  .strictObject({ amount: Amount, currency: Currency })
  .meta({ id: 'Money', description: 'money such as { "amount": 300, "currency": "EUR" }' });
export type Money = z.infer<typeof Money>;

/** The time a wage is paid for. */
export const PayPeriod = z.enum(['hour', 'month', 'year']);

/** Gross pay for an hour, a month or a year. */
export const Wage = z.strictObject({ money: Money, per: PayPeriod });
export type Wage = z.infer<typeof Wage>;

/** Who pays; `prohibited`: nobody may be asked to. */
export const Payer = z.enum(['worker', 'employer', 'origin', 'destination', 'shared', 'prohibited']);
