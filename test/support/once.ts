import { test } from '@playwright/test';

/**
 * Leaves a walk out of one of the two browsers, with JavaScript and without: no page of it has a script, so that it is the same in both.
 * `npm run proof:pages` walks it in each.
 */
export const onceIsEnough = (leftOut: boolean): void =>
  test.skip(
    leftOut && process.env['FAIRWAY_PROOF'] === undefined,
    'its pages have no script: once is enough here, and `npm run proof:pages` does it in both browsers',
  );
