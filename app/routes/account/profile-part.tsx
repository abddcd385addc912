import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { QuestionForm, Slips } from '../../components/check/QuestionForm.tsx';
import { Told } from '../../components/profile/PartList.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { typedIn } from '../../domain/check/typed/typed.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards, signedIn } from '../../server/account.server.ts';
import { answerRow } from '../../server/check-answers.server.ts';
import { criteriaAbout, filledAgain, questionFormData } from '../../server/check-question.server.ts';
import { pairsOf } from '../../server/form.server.ts';
import { localeOf } from '../../server/loader.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { asCheck, profileQuestion } from '../../server/profile.server.ts';
import { markOfAnswer, ownProfile, savePart } from '../../use-cases/people/own-profile.ts';
export const headers = () => ACCOUNT_HEADERS;

async function asked({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const profile = await ownProfile(context.database, signedIn(context));
  const check = await asCheck(context, profile);
  return { profile, check, question: profileQuestion(params['question'], check) };
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const speech = speechOf(localeOf(params));
  const { profile, check, question } = await asked({ params, context });
  const form = { asked: criteriaAbout(question, check), whole: true };
  return data(
    {
      view: await questionFormData({ context, check, question, speech }, form),
      now: answerRow(question, check, speech, context.labels),
      seen: markOfAnswer(profile, question),
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const { question } = await asked({ params, context });
  const sent = await pairsOf(request);
  const fields = sent.filter(([name]) => name !== 'seen');
  const typed = typedIn(new URLSearchParams(fields));
  const seen = typedIn(new URLSearchParams(sent)).one('seen');
  const saved = await savePart(context.database, signedIn(context), { question, typed, seen, on: context.today() });
  if (saved.ok) return onwards(accountPage(locale, saved.more ? `profile/${question.id}` : 'profile'));
  const slips = saved.problem === 'slips' ? saved.slips : [];
  const again = await filledAgain({ context, typed, slips, locale });
  const changed = saved.problem === 'changed';
  const status = changed ? 409 : again.slips.length > 0 ? 422 : 200;
  return data({ fields, changed, ...again }, { status, headers: ACCOUNT_HEADERS });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  const title = loaded ? loaded.view.words.title : speech.t('profile.title');
  return unlisted(speech, title);
};

/** One part of one's profile. */
export default function ProfilePartPage() {
  const { view, now, seen } = useLoaderData<typeof loader>();
  const filled = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={accountPage(locale, 'profile')}>{t('profile.title')}</Crumb>
      <div className="stack ask">
        <Slips filled={filled} />
        {filled?.changed && (
          <div className="note" role="alert">
            <p>{t('profile.changed')}</p>
            <div>
              <Told {...now} />
            </div>
          </div>
        )}
        {now.isPrivate && (
          <p className="kick">
            <span className="tag">{t('check.private')}</span>
          </p>
        )}
        <QuestionForm
          data={filled ? { ...view, lines: filled.lines } : view}
          filled={filled}
          buttons={{ answer: t('profile.save'), skip: t('profile.skip') }}
          seen={seen}
        />
        <p className="small muted">{t(now.isPrivate ? 'profile.private' : 'profile.who')}</p>
      </div>
    </main>
  );
}
