/** Chance that is the same for the same seed: what is made up can be made up again. */
export type Chance = {
  /** A number from 0 to 1, 1 excluded. */
  next(): number;
  /** True so often, of 1. */
  yes(share: number): boolean;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** One of the values; undefined of none. */
  one<V>(values: readonly V[]): V | undefined;
};

/** Mulberry32: small, quick, and good enough to make people up. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    yes: (share) => next() < share,
    whole,
    one: (values) => values[Math.floor(next() * values.length)],
  };
}
