import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Reader } from '../../../db/client.server.ts';
import { listPathways } from '../../../db/queries/pathway.ts';
import { listProceduresOf } from '../../../db/queries/procedure.ts';
import type { ProposedDocument } from '../../../db/schema/proposal.ts';
import { ChangeTable } from '../../components/changes/ChangeTable.tsx';
import { BeginFrom } from '../../components/ministry/BeginFrom.tsx';
import { DraftField } from '../../components/ministry/DraftField.tsx';
import { DraftProblems } from '../../components/ministry/DraftProblems.tsx';
import { TrialOutcome } from '../../components/ministry/TrialOutcome.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { ErrorSummary } from '../../components/ui/ErrorSummary.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { TextArea } from '../../components/ui/TextArea.tsx';
import type { Problem } from '../../domain/documents/index.ts';
import { isReason } from '../../domain/people/reason.ts';
import { speechOf, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS, onwards } from '../../server/account.server.ts';
import { localeOf } from '../../server/loader.ts';
import { idIn, officerHere } from '../../server/officer.server.ts';
import { speechFor, unlisted } from '../../server/page-meta.ts';
import { proposedIn } from '../../use-cases/publishing/office-desk.ts';
import type { Officer } from '../../use-cases/publishing/officer.ts';
import { type Looked, lookAtDraft, prepareProposal } from '../../use-cases/publishing/prepare-proposal.ts';
import { type Trial, tryDraft } from '../../use-cases/try-draft.ts';

export const headers = () => ACCOUNT_HEADERS;

/** What the officer's state publishes, as it stands. */
async function publishedBy(db: Reader, { publishes, state }: Officer, on: string): Promise<ProposedDocument[]> {
  if (publishes === 'procedure') return (await listProceduresOf(db, state, on)).map(({ document }) => document);
  const all = (await listPathways(db, on)).map(({ document }) => document);
  return all.filter(({ destination }) => destination === state);
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { plain, f } = speechOf(localeOf(params));
  const officer = officerHere(context);
  const query = new URL(request.url).searchParams;
  const id = query.get(officer.publishes) ?? '';
  const again = idIn(query.get('proposal') ?? undefined);
  const published = await publishedBy(context.db, officer, context.today());
  const found =
    again === undefined
      ? published.find((document) => document.id === id)
      : await proposedIn(context.database, officer, again);
  return data(
    {
      ...{ id, missing: id !== '' && !found, publishes: officer.publishes, on: context.today() },
      text: found ? JSON.stringify(found, null, 2) : '',
      published: published
        .map((document) => ({ id: document.id, name: plain(document.name) }))
        .sort((a, b) => f.compare(a.name, b.name)),
    },
    { headers: ACCOUNT_HEADERS },
  );
}

/** What was typed and what came of it; `looked`: nothing is wrong, and this is what it would change. */
type Reply = {
  text: string;
  why: string;
  whyMissing: boolean;
  problems: readonly Problem[];
  looked: { changes: Extract<Looked, { ok: true }>['changes']; trial: Trial | null } | null;
};

const reply = (answer: Reply) =>
  data(answer, { status: answer.whyMissing || answer.problems.length > 0 ? 422 : 200, headers: ACCOUNT_HEADERS });

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const officer = officerHere(context);
  const form = await request.formData();
  const typed = (name: string) => String(form.get(name) ?? '').replaceAll('\r\n', '\n');
  const [text, why] = [typed('draft'), typed('why').trim()];
  const typedSo = { text, why, whyMissing: false, problems: [], looked: null };
  if (form.get('do') !== 'prepare') {
    const looked = await lookAtDraft(context.database, officer, text);
    if (!looked.ok) return reply({ ...typedSo, problems: looked.problems });
    const trial = officer.publishes === 'pathway' ? await tryDraft(context.db, text, context.today()) : null;
    return reply({ ...typedSo, looked: { changes: looked.changes, trial } });
  }
  if (!isReason(why)) return reply({ ...typedSo, whyMissing: true });
  const prepared = await prepareProposal(context.database, officer, { text, why });
  if (!prepared.ok) return reply({ ...typedSo, problems: prepared.problems });
  return onwards(`/${locale}/ministry/proposals/${prepared.id}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, params }) => {
  const speech = speechFor(params);
  const title = loaded ? speech.t(`ministry.new.${loaded.publishes}`) : speech.t('ministry.title');
  return unlisted(speech, title);
};

function LookedAt({ looked: { changes, trial }, on }: { looked: NonNullable<Reply['looked']>; on: string }) {
  const { t } = useSpeech();
  return (
    <>
      <p className="note calm gap-2" role="status">
        {t('prepare.sound')}
      </p>
      <Section id="changes" title={t('proposal.changes')}>
        {changes ? <ChangeTable changes={changes} caption={t('proposal.changes')} /> : <p>{t('proposal.new')}</p>}
      </Section>
      {trial?.ok && <TrialOutcome trial={trial} on={on} />}
    </>
  );
}

/** An officer prepares a document, which another of the same office approves. */
export default function PreparePage() {
  const { id, missing, published, publishes, text, on } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useSpeech();
  const problems = answer?.problems ?? [];
  const whyProblem = answer?.whyMissing ? t('prepare.why.missing') : undefined;
  return (
    <main id="main" className="wrap page">
      <Crumb href={`/${locale}/ministry`}>{t('ministry.title')}</Crumb>
      <div className="stack">
        <h1>{t(`ministry.new.${publishes}`)}</h1>
        <p className="lede">{t('prepare.lede')}</p>
        <DraftProblems problems={problems} />
        {whyProblem && (
          <ErrorSummary
            title={t('check.errors', { count: 1 })}
            items={[{ key: 'why', href: '#why', text: whyProblem }]}
          />
        )}
        <BeginFrom
          name={publishes}
          label={t('prepare.begin')}
          published={published}
          chosen={id}
          problem={missing ? t('prepare.missing') : undefined}
        />
        <form method="post" className="stack" noValidate>
          <DraftField type={publishes} text={answer?.text ?? text} broken={problems.length > 0} />
          <TextArea
            id="why"
            label={t('prepare.why')}
            hint={t('prepare.why.hint')}
            rows={3}
            text={answer?.why}
            problem={whyProblem}
          />
          <p className="cluster">
            <button className="btn two" type="submit" name="do" value="look">
              {t('prepare.look')}
            </button>
            <button className="btn" type="submit" name="do" value="prepare">
              {t('prepare.submit')}
            </button>
          </p>
        </form>
      </div>
      {answer?.looked && <LookedAt looked={answer.looked} on={on} />}
    </main>
  );
}
