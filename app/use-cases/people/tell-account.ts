import type { Writer } from '../../../db/client.server.ts';
import { listAddresses } from '../../../db/queries/account.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Notice } from '../../i18n/notice.ts';
import type { Post } from './post.ts';

/** Tells an account at each address by which it signs in now. */
export async function tellAccount(
  trx: Writer,
  post: Post,
  account: string,
  { locale, now, notice }: { locale: Locale; now: Date; notice: Notice },
): Promise<void> {
  const addresses = await listAddresses(trx, account);
  for (const to of addresses) if (to.usableFrom <= now) await post(trx, { to, locale, notice });
}
