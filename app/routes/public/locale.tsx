import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet } from '@remix-run/react';
import { endTold } from '../../domain/people/session-limits.ts';
import { localeOf } from '../../server/loader.ts';

/** Refuses a language that we do not have; gives the head the public address, and the frame when a session ends. */
export function loader({ params, context }: LoaderFunctionArgs) {
  localeOf(params);
  const { publicUrl, session } = context;
  return { publicUrl, ends: session && endTold(session.who.role, session.end, new Date()) };
}

export default Outlet;
