import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangeTable } from '../../components/changes/ChangeTable.tsx';
import { ProblemText } from '../../components/ministry/ProblemText.tsx';
import { TriedTests } from '../../components/ministry/TriedTests.tsx';
import { Effects } from '../../components/quota/Effects.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { TextArea } from '../../components/ui/TextArea.tsx';
import type { Problem } from '../../domain/documents/index.ts';
import { isReason } from '../../domain/people/reason.ts';
import { closesAt } from '../../domain/people/undecided.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards } from '../../server/account.server.ts';
import { fieldsOf } from '../../server/form.server.ts';
import { localeOf, notFound } from '../../server/loader.ts';
import { idIn, officerHere } from '../../server/officer.server.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { type Decision, decide, isLater, type Undecided } from '../../use-cases/publishing/decide-proposal.ts';
import { reviewOf } from '../../use-cases/publishing/office-desk.ts';
export const headers = () => ACCOUNT_HEADERS;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = idIn(params['id']);
  const review = id === undefined ? undefined : await reviewOf(context.database, officerHere(context), id);
  if (!review) throw notFound('page');
  const { proposal, ...rest } = review;
  const { preparedBy: _whom, ...shown } = proposal;
  return data({ ...rest, proposal: shown, isLater: isLater(proposal, context.today()) }, { headers: ACCOUNT_HEADERS });
}

/** Why it was not decided, or that the reason to send it back is missing. */
type Reply = { problem: Undecided['problem'] | 'why'; problems: readonly Problem[] };

const reply = (answer: Reply, status: number) => data(answer, { status, headers: ACCOUNT_HEADERS });

const isDecision = (text: string | undefined): text is Decision =>
  text === 'approve' || text === 'reject' || text === 'withdraw';

export async function action({ params, request, context }: ActionFunctionArgs) {
  const id = idIn(params['id']);
  if (id === undefined) throw notFound('page');
  const { do: decision, why = '' } = await fieldsOf(request);
  if (!isDecision(decision)) return reply({ problem: 'not-yours', problems: [] }, 422);
  const sendsBack = decision === 'reject';
  if (sendsBack && !isReason(why)) return reply({ problem: 'why', problems: [] }, 422);
  const decided = await decide(context.database, officerHere(context), {
    ...{ id, decision, why: sendsBack ? why : null, on: context.today() },
  });
  if (decided.ok) return onwards(`/${localeOf(params)}/ministry/proposals/${id}`);
  if (decided.problem === 'missing') throw notFound('page');
  return reply({ problems: [], ...decided }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  const title = loaded ? speech.plain(loaded.proposal.document.name) : speech.t('ministry.title');
  return unlisted(speech, title);
};

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function NotDecided({ reply: { problem, problems } }: { reply: Reply }) {
  const { t } = useSpeech();
  if (problem === 'why' || problem === 'missing') return null;
  return (
    <div className="note" role="alert">
      <p>{t(`proposal.problem.${problem}`)}</p>
      {problems.length > 0 && (
        <ul className="bul">
          {problems.map((one) => (
            <li key={`${one.path} ${one.message}`}>
              <ProblemText problem={one} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Standing({ proposal, isOwn }: Pick<Loaded, 'proposal' | 'isOwn'>) {
  const { t, f } = useSpeech();
  const { status, preparedAt, decidedAt, decidedWhy, why, document, publishedAt } = proposal;
  const isAnnounced = status === 'approved' && publishedAt === null;
  const from = document.type === 'quotas' ? document.from : document.effective.from;
  const moment = (at: Date | string) => f.moment(new Date(at).toISOString());
  return (
    <>
      <p>
        <b>{t(isAnnounced ? 'proposal.announced' : `proposal.status.${status}`)}</b>
        {decidedAt &&
          ` · ${status === 'expired' ? moment(decidedAt) : t('proposal.decided', { when: moment(decidedAt) })}`}
        {status === 'prepared' && ` · ${t('proposal.closes', { when: moment(closesAt(new Date(preparedAt))) })}`}
      </p>
      <p>
        {t(isOwn ? 'proposal.byYou' : 'proposal.byColleague', { when: moment(preparedAt) })}
        {from && ` · ${t('proposal.effective', { date: f.date(from) })}`}
      </p>
      <p>
        {t('changes.why')} <bdi>{why}</bdi>
      </p>
      {decidedWhy && (
        <p className="note">
          {t('proposal.reject.why')}
          {t('value.colon')}
          <bdi>{decidedWhy}</bdi>
        </p>
      )}
    </>
  );
}

function Deciding({
  decisions,
  isOwn,
  isLater,
  whyProblem,
}: Pick<Loaded, 'decisions' | 'isOwn' | 'isLater'> & { whyProblem?: string }) {
  const { t } = useSpeech();
  return (
    <Section id="decide" title={t('proposal.decide')}>
      <div className="stack">
        {isOwn && <p>{t('proposal.own')}</p>}
        {decisions.includes('approve') && (
          <form method="post">
            <button className="btn" type="submit" name="do" value="approve">
              {t(isLater ? 'proposal.announce' : 'proposal.approve')}
            </button>
          </form>
        )}
        {decisions.includes('reject') && (
          <form method="post" className="stack ask" noValidate>
            <TextArea id="why" label={t('proposal.reject.why')} rows={3} text={undefined} problem={whyProblem} />
            <p>
              <button className="btn two" type="submit" name="do" value="reject">
                {t('proposal.reject')}
              </button>
            </p>
          </form>
        )}
        {decisions.includes('withdraw') && (
          <form method="post">
            <button className="btn two" type="submit" name="do" value="withdraw">
              {t('proposal.withdraw')}
            </button>
          </form>
        )}
      </div>
    </Section>
  );
}

function Proposed({ changes, effects }: Pick<Loaded, 'changes' | 'effects'>) {
  const { t } = useSpeech();
  if (effects) return <Effects effects={effects} />;
  return changes ? <ChangeTable changes={changes} caption={t('proposal.changes')} /> : <p>{t('proposal.new')}</p>;
}

/** Where it is prepared again, as far as the question about it. */
const pageToPrepare = (document: Loaded['proposal']['document']) => {
  if (document.type !== 'quotas') return 'prepare?';
  const year = document.quotas[0]?.period.from.slice(0, 4) ?? '';
  return `quotas/${document.id}/plan?year=${year}&`;
};

/** What was prepared: what it changes, how its test cases fare, and what this officer may decide. */
export default function ProposalPage() {
  const { proposal, isOwn, isLater, changes, effects, tests, decisions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, plain, locale } = useSpeech();
  const { id, document, status } = proposal;
  const again = ['rejected', 'withdrawn', 'expired'].includes(status) || answer?.problem === 'outdated';
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/ministry`}>{t('ministry.title')}</Crumb>
      <div className="stack">
        {answer && <NotDecided reply={answer} />}
        <h1>
          {document.type === 'quotas' ? (
            t('proposal.quotas', { pathway: plain(document.name) })
          ) : (
            <Say text={document.name} quiet />
          )}
        </h1>
        <Standing proposal={proposal} isOwn={isOwn} />
        {again && (
          <p>
            <a href={`/${locale}/ministry/${pageToPrepare(document)}proposal=${id}`}>{t('proposal.again')}</a>
          </p>
        )}
      </div>
      <Section id="changes" title={t('proposal.changes')}>
        <Proposed changes={changes} effects={effects} />
      </Section>
      {tests && (
        <Section id="tests" title={t('try.tests')}>
          <TriedTests tests={tests} />
        </Section>
      )}
      <details className="gap-2">
        <summary>{t('proposal.document')}</summary>
        <textarea
          dir="ltr"
          lang="en"
          rows={18}
          readOnly
          aria-label={t('proposal.document')}
          defaultValue={JSON.stringify(document, null, 2)}
        />
      </details>
      {decisions.length > 0 && (
        <Deciding
          decisions={decisions}
          isOwn={isOwn}
          isLater={isLater}
          {...(answer?.problem === 'why' && { whyProblem: t('proposal.reject.why.missing') })}
        />
      )}
    </main>
  );
}
