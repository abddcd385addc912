import { createHmac } from 'node:crypto';

/**
 * A personal value as it may stand in the audit: equal for equal values of one person. The key is that person's own, random, and deleted
 * with the account: from then on nobody can tell, not even by trying every value, whose it was or what.
 */
export const personalHash = (key: string, value: string): string =>
  createHmac('sha256', key).update(value).digest('hex');
