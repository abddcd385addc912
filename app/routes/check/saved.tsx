import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useSpeech } from '../../i18n/context.tsx';
import { CHECK_HEADERS } from '../../server/check.server.ts';
import { sessionHeaders } from '../../server/check-session.server.ts';
import { localeOf } from '../../server/loader.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { reopenCheck } from '../../use-cases/take-check.ts';

export const headers = () => CHECK_HEADERS;

/** What is behind a link, without its answers: whoever looks over a shoulder sees none. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const key = params['key'] ?? '';
  const found = await context.savedChecks.find(key);
  return data(
    {
      link: `${context.publicUrl}/${locale}/check/saved/${key}`,
      saved: found
        ? { until: found.expiresAt.toISOString().slice(0, 10), withPrivate: found.privateAnswers !== null }
        : null,
    },
    { status: found ? 200 : 404, headers: CHECK_HEADERS },
  );
}

/** Opens the check again, its private answers in a session of their own, or deletes it. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const key = params['key'] ?? '';
  const form = await request.formData();
  if (form.get('do') === 'delete') {
    await context.savedChecks.delete(key);
    return data({ deleted: true }, { headers: CHECK_HEADERS });
  }
  const found = await context.savedChecks.find(key);
  if (!found) return data({ deleted: false }, { status: 404, headers: CHECK_HEADERS });
  const { query, session } = await reopenCheck(context, found);
  const cookie = session ? await sessionHeaders(session, context.publicUrl) : {};
  return redirect(`/${locale}/check/answers?${query}`, { headers: { ...CHECK_HEADERS, ...cookie } });
}

export const meta = unlistedAs('saved.title');

function Kept({ link, until, withPrivate }: { link: string; until: string; withPrivate: boolean }) {
  const { t, f } = useSpeech();
  return (
    <>
      <h1>{t('saved.title')}</h1>
      <p className="lede">{t('saved.keep')}</p>
      <p className="note calm">
        <a href={link} dir="ltr">
          {link}
        </a>
      </p>
      <p>
        {t('saved.until', { date: f.date(until) })} {withPrivate && t('saved.private')}
      </p>
      <p className="cluster">
        <a href={`mailto:?body=${encodeURIComponent(link)}`}>{t('result.share.mail')}</a>
        <a href={`sms:?body=${encodeURIComponent(link)}`}>{t('result.share.sms')}</a>
      </p>
      <form method="post" className="cluster">
        <button className="btn" type="submit" name="do" value="open">
          {t('saved.goOn')}
        </button>
        <button className="btn two" type="submit" name="do" value="delete">
          {t('saved.delete')}
        </button>
      </form>
    </>
  );
}

function Gone({ deleted }: { deleted: boolean }) {
  const { t, locale } = useSpeech();
  return (
    <>
      <h1>{t(deleted ? 'saved.deleted' : 'notFound.title')}</h1>
      <p className="lede">{t(deleted ? 'saved.deleted.text' : 'saved.gone')}</p>
      <p>
        <a href={`/${locale}/check`}>{t('check.title')}</a>
      </p>
    </>
  );
}

/** A check put aside. */
export default function SavedCheckPage() {
  const { link, saved } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        {saved && !done ? <Kept link={link} {...saved} /> : <Gone deleted={done?.deleted ?? false} />}
      </div>
    </main>
  );
}
