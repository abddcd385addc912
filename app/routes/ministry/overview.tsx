import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Proposal } from '../../../db/queries/proposal.ts';
import type { StoredDocument } from '../../../db/schema/document-version.ts';
import { type Listed, ProposalList } from '../../components/ministry/ProposalList.tsx';
import { Crumb } from '../../components/ui/Crumb.tsx';
import { Say } from '../../components/ui/Say.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { accountPage } from '../../i18n/account-page.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { ACCOUNT_HEADERS } from '../../server/account.server.ts';
import { officerHere } from '../../server/officer.server.ts';
import { unlistedAs } from '../../server/page-meta.ts';
import { tokensWaitingFor } from '../../use-cases/people/office-tokens.ts';
import { deskOf } from '../../use-cases/publishing/office-desk.ts';

export const headers = () => ACCOUNT_HEADERS;

const listed = ({ id, why, preparedAt, document: { name } }: Proposal): Listed => ({ id, why, preparedAt, name });

/** How a document is called, where it has a name of its own. */
const nameOf = (document: StoredDocument) => ('name' in document ? document.name : undefined);

export async function loader({ context }: LoaderFunctionArgs) {
  const officer = officerHere(context);
  const { waiting, mine, back, published } = await deskOf(context.database, officer);
  return data(
    {
      ...{ waiting: waiting.map(listed), mine: mine.map(listed), back: back.map(listed), publishes: officer.publishes },
      published: published.map(({ document, ...rest }) => ({ ...rest, id: document.id, name: nameOf(document) })),
      state: officer.state,
      tokens: await tokensWaitingFor(context.database, officer),
    },
    { headers: ACCOUNT_HEADERS },
  );
}

export const meta = unlistedAs('ministry.title');

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** Where everybody can read what a document changed. */
function changesPath({ type, id }: Loaded['published'][number], state: string, { locale }: Speech): string | undefined {
  if (type === 'pathway') return `/${locale}/pathways/${id}/changes`;
  return type === 'procedure' ? `/${locale}/origins/${state}/changes#${id}` : undefined;
}

function Published({ published, state }: Pick<Loaded, 'published' | 'state'>) {
  const speech = useSpeech();
  const { t, f } = speech;
  if (published.length === 0) return <p>{t('ministry.published.none')}</p>;
  return (
    <ul className="plain told">
      {published.map((one) => {
        const path = changesPath(one, state, speech);
        const name = one.name ? <Say text={one.name} quiet /> : <bdi>{one.id}</bdi>;
        return (
          <li key={`${one.type} ${one.id} ${one.version}`}>
            <span>
              {path ? <a href={path}>{name}</a> : name}
              {one.why && (
                <>
                  <br />
                  <span className="small muted">
                    <bdi>{one.why}</bdi>
                  </span>
                </>
              )}
            </span>
            <span className="muted">{f.moment(new Date(one.recordedAt).toISOString())}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** An officer's desk: what waits for them, what they handed over, what their office published. */
export default function MinistryPage() {
  const { waiting, mine, back, published, publishes, state, tokens } = useLoaderData<typeof loader>();
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <Crumb href={accountPage(locale)}>{t('account.title')}</Crumb>
      <div className="stack">
        <h1>{t('ministry.title')}</h1>
        <p className="lede">{t('ministry.lede')}</p>
        <p className="cluster">
          <a className="btn" href={`/${locale}/ministry/prepare`}>
            {t(`ministry.new.${publishes}`)}
          </a>
          {publishes === 'pathway' && (
            <a className="btn two" href={`/${locale}/ministry/quotas`}>
              {t('ministry.quotas')}
            </a>
          )}
          {publishes === 'pathway' && (
            <a className="btn two" href={`/${locale}/ministry/vacancies`}>
              {t('verifying.title')}
            </a>
          )}
          <a className="btn two" href={`/${locale}/ministry/partnerships`}>
            {t('partnerships.title')}
          </a>
        </p>
      </div>
      <Section id="waiting" title={t('ministry.waiting')}>
        {waiting.length === 0 ? <p>{t('ministry.waiting.none')}</p> : <ProposalList proposals={waiting} />}
        {tokens > 0 && (
          <p>
            <a href={`/${locale}/ministry/tokens`}>{t('ministry.waiting.tokens', { count: tokens })}</a>
          </p>
        )}
      </Section>
      {back.length > 0 && (
        <Section id="back" title={t('ministry.back')}>
          <ProposalList proposals={back} />
        </Section>
      )}
      {mine.length > 0 && (
        <Section id="mine" title={t('ministry.mine')}>
          <ProposalList proposals={mine} />
        </Section>
      )}
      <Section id="published" title={t('ministry.published')}>
        <Published published={published} state={state} />
      </Section>
    </main>
  );
}
