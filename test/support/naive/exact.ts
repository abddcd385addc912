/** A number exactly as it is written, as a fraction: 0.1 is one tenth, not the binary number nearest to it. */
export type Exact = { above: bigint; below: bigint };

export function exact(written: number): Exact {
  const [digits = '', exponent = '0'] = String(written).split('e');
  const [whole = '', decimals = ''] = digits.split('.');
  const places = decimals.length - Number(exponent);
  const number = BigInt(whole + decimals);
  return places >= 0
    ? { above: number, below: 10n ** BigInt(places) }
    : { above: number * 10n ** BigInt(-places), below: 1n };
}

export const plus = (one: Exact, other: Exact): Exact => ({
  above: one.above * other.below + other.above * one.below,
  below: one.below * other.below,
});

export const times = (one: Exact, other: Exact): Exact => ({
  above: one.above * other.above,
  below: one.below * other.below,
});

/** One by another that is above 0. */
export const dividedBy = (one: Exact, other: Exact): Exact => ({
  above: one.above * other.below,
  below: one.below * other.above,
});

export const isLess = (one: Exact, other: Exact): boolean => one.above * other.below < other.above * one.below;

/** To hundredths, half a hundredth up; of a number that is not negative. */
export function roundedToHundredths(number: Exact): Exact {
  const { above, below } = plus(times(number, exact(100)), exact(0.5));
  return { above: above / below, below: 100n };
}

export const sum = (numbers: readonly Exact[]): Exact => numbers.reduce(plus, exact(0));

/** The number as a document would write it; of a sum of written numbers, so that `below` is a power of ten. */
export const written = ({ above, below }: Exact): number => Number(`${above}e-${String(below).length - 1}`);
