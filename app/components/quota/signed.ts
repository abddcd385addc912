/** A difference with its sign. */
export function signed(difference: number, number: (value: number) => string): string {
  if (difference === 0) return number(0);
  return difference > 0 ? `+${number(difference)}` : `−${number(-difference)}`;
}
