import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { AskPage } from '../../components/account/AskPage.tsx';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { notFound } from '../../server/loader.ts';
import { idIn } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { stopByLink } from '../../use-cases/alert/own-alerts.ts';
import { isStopKey } from '../../use-cases/alert/stop-link.ts';

export const headers = () => ACCOUNT_HEADERS;

/** The alert of the link, where its key is right. */
function linked({ params, request, context }: LoaderFunctionArgs): { alert: string; key: string } {
  const alert = idIn(params['alert']);
  const key = new URL(request.url).searchParams.get('key') ?? '';
  if (alert === undefined || !isStopKey(context.secret, alert, key)) throw notFound('page');
  return { alert, key };
}

export function loader(args: LoaderFunctionArgs) {
  linked(args);
  return data(null, { headers: ACCOUNT_HEADERS });
}

/** One POST, from the page or from the programme in which the message is read. */
export async function action(args: ActionFunctionArgs) {
  await stopByLink(args.context.database, args.context.secret, linked(args));
  return data({ stopped: true }, { headers: ACCOUNT_HEADERS });
}

export const meta = unlistedAs('alertStop.title');

/** Ends what brought a message: a link that is opened ends nothing yet. */
export default function AlertStopPage() {
  const done = useActionData<typeof action>();
  const { t } = useSpeech();
  return (
    <AskPage title={t('alertStop.title')}>
      {done ? (
        <p role="status">{t('alertStop.done')}</p>
      ) : (
        <form method="post" className="stack">
          <p>{t('alertStop.what')}</p>
          <button className="btn" type="submit">
            {t('alertStop.submit')}
          </button>
        </form>
      )}
    </AskPage>
  );
}
