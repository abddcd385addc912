import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { preferredLocale } from '../../i18n/locale.ts';

/** `/` answers with the best language by Accept-Language; a localised address is never redirected away from. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  redirect(`/${preferredLocale(request.headers.get('Accept-Language'))}`, {
    headers: { Vary: 'Accept-Language', 'Cache-Control': 'private, no-store' },
  });
