import type { AppLoadContext } from '@remix-run/node';
import * as z from 'zod';
import { type Officer, officerOf } from '../use-cases/publishing/officer.ts';
import { signedIn } from './account.server.ts';

/** The officer who is signed in; the gate lets nobody else come here. */
export function officerHere(context: AppLoadContext): Officer {
  const officer = officerOf(signedIn(context).who);
  if (!officer) throw new Error('a page of an office was reached by somebody who acts for none');
  return officer;
}

/** The id of a row, where a path or a field holds one. */
export const idIn = (id: string | undefined): string | undefined => z.uuid().safeParse(id).data;
