/** A decimal number, exactly: `units` × 10^−`places`. */
export type Decimal = { units: bigint; places: number };

/** The decimal that a number was written as: 0.1 is a tenth, not the binary fraction nearest to it. */
export function decimalOf(value: number): Decimal {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = digits.split('.');
  const places = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return places >= 0 ? { units, places } : { units: units * 10n ** BigInt(-places), places: 0 };
}

/** The units of a decimal when counted in steps of 10^−`places`, which must not be fewer than its own. */
export const unitsAt = (decimal: Decimal, places: number): bigint =>
  decimal.units * 10n ** BigInt(places - decimal.places);

/** A fraction of 0 or more, rounded half up to hundredths. */
export function toHundredths(numerator: bigint, denominator: bigint): number {
  return Number((numerator * 200n + denominator) / (denominator * 2n)) / 100;
}

/** The sum of numbers as they were written, without the fractions that adding their binary ones leaves. */
export function sumOf(values: readonly number[]): number {
  const decimals = values.map(decimalOf);
  const places = Math.max(0, ...decimals.map((one) => one.places));
  const units = decimals.reduce((total, one) => total + unitsAt(one, places), 0n);
  return Number(`${units}e-${places}`);
}
