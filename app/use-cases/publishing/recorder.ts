import { officeOf } from '../../domain/people/office.ts';
import type { Who } from '../../domain/people/who.ts';

/** Whom versions are recorded as coming from: the office in whose name it is published, or the administrators. */
export const recorderOf = (who: Who): string => officeOf(who) ?? 'administrator';
