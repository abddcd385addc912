/** Marks by which text is shown in another order than it is written in. */
export const TURNING = /[\u202A-\u202E\u2066-\u2069]/u;

const EVERY_TURNING = new RegExp(TURNING, 'gu');

/** A text as people are shown it: in the order in which it is written. */
export const shown = (text: string): string => text.replace(EVERY_TURNING, '');

/** Likewise of what is one line wherever it stands. */
export const onOneLine = (text: string): string => shown(text).replace(/\s+/gu, ' ').trim();
