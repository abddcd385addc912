/** 1 where the right answer always stands first, 1/2 where always second; a place below 0 is none. */
export const meanReciprocalRank = (places: readonly number[]): number =>
  places.reduce((sum, place) => sum + (place < 0 ? 0 : 1 / (place + 1)), 0) / Math.max(1, places.length);
