import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet } from '@remix-run/react';
import { localeOf } from '../../server/loader.ts';

/** Refuses a language that we do not have, and gives the head the public address. */
export function loader({ params, context }: LoaderFunctionArgs) {
  localeOf(params);
  return { publicUrl: context.publicUrl };
}

export default Outlet;
