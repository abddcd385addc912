import { Fragment } from 'react';
import type { Effort } from '../../domain/eligibility/unlock/effort.ts';
import type { ChangeWords } from '../../i18n/change.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { Icon } from '../ui/icons.tsx';
import { Say } from '../ui/Say.tsx';
import { Section } from '../ui/Section.tsx';
import { Cite, SourceScope, Sources } from '../ui/Source.tsx';
import type { UnlocksView } from './unlocks-view.ts';

/** As many as can be weighed at a glance; the others stand behind a heading. */
const AT_A_GLANCE = 6;

function timeInWords({ months, notEstimated }: Effort, { t, f, code }: Speech): string {
  if (months === null) return t('unlock.takes.none');
  const time = t('time.months', { count: months });
  const without = notEstimated.map((fact) => code('unlock.without', fact));
  return without.length === 0 ? time : t('unlock.takes.without', { time, what: f.and(without) });
}

/** From what to what; the arrow is said in words to those who do not see it. */
function Step({ from, to }: { from: string | null; to: string }) {
  const { t } = useSpeech();
  if (from === null) return <bdi>{to}</bdi>;
  return (
    <>
      <bdi>{from}</bdi>{' '}
      <span className="due">
        <Icon shape="out" flip />
        <span className="vh">{t('unlock.becomes')}</span>
      </span>{' '}
      <bdi>{to}</bdi>
    </>
  );
}

function ChangeInWords({ words: { what, from, to } }: { words: ChangeWords }) {
  const { t } = useSpeech();
  if (to === null) return <bdi>{what}</bdi>;
  return (
    <>
      <bdi>{t('unlock.change.what', { what })}</bdi> <Step from={from} to={to} />
    </>
  );
}

function PathwayLinks({ pathways }: { pathways: UnlocksView['incomplete'] }) {
  const { locale } = useSpeech();
  return (
    <>
      {pathways.map(({ id, name }, at) => (
        <Fragment key={id}>
          {at > 0 && ' · '}
          <a href={`/${locale}/pathways/${id}`}>
            <Say text={name} quiet />
          </a>
        </Fragment>
      ))}
    </>
  );
}

function Single({
  single: { told, opens, vacancies, effort },
  timesAt,
}: {
  single: UnlocksView['singles'][number];
  timesAt: string;
}) {
  const speech = useSpeech();
  const { t } = speech;
  const time = timeInWords(effort, speech);
  const isOffer = told.fact === 'offer';
  return (
    <li>
      <b className="big">
        <ChangeInWords words={isOffer ? { ...told.words, to: null } : told.words} />
      </b>
      {isOffer && told.words.to !== null && <p>{told.words.to}</p>}
      <p>
        {opens.length > 0 && <b>{t('unlock.opens', { count: opens.length })}</b>}
        {opens.length > 0 && !isOffer && ' · '}
        {!isOffer && t(opens.length > 0 ? 'unlock.vacancies' : 'unlock.vacanciesUnder', { count: vacancies })}
        <br />
        <PathwayLinks pathways={opens} />
      </p>
      <p className="small">
        <a href={`${timesAt}#unlock-${told.fact}`}>{effort.months === null ? time : t('unlock.takes', { time })}</a>
      </p>
    </li>
  );
}

const keyOf = ({ told: { fact, words } }: UnlocksView['singles'][number]) => JSON.stringify([fact, words]);

/** The changes that are enough by themselves: what each opens, and how long it takes. Once a page; `timesAt` says on what the times rest. */
export function UnlockingChanges({
  singles,
  title,
  timesAt = '',
}: Pick<UnlocksView, 'singles'> & { title: string; timesAt?: string }) {
  const { t } = useSpeech();
  const [first, others] = [singles.slice(0, AT_A_GLANCE), singles.slice(AT_A_GLANCE)];
  if (first.length === 0) return null;
  return (
    <section className="unlock" aria-labelledby="unlock-singles">
      <h2 id="unlock-singles">{title}</h2>
      <ol className="unl">
        {first.map((single) => (
          <Single key={keyOf(single)} single={single} timesAt={timesAt} />
        ))}
      </ol>
      {others.length > 0 && (
        <details className="gap-2">
          <summary>{t('unlock.more', { count: others.length })}</summary>
          <ol className="unl">
            {others.map((single) => (
              <Single key={keyOf(single)} single={single} timesAt={timesAt} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function SetRow({ set: { pathway, told, effort } }: { set: UnlocksView['sets'][number] }) {
  const speech = useSpeech();
  const { t, locale } = speech;
  return (
    <tr>
      <th scope="row">
        <a href={`/${locale}/pathways/${pathway.id}`}>
          <Say text={pathway.name} quiet />
        </a>
      </th>
      <td data-l={t('unlock.sets.changes')}>
        <ul className="plain">
          {told.map(({ fact, words }) => (
            <li key={JSON.stringify([fact, words])}>
              <ChangeInWords words={words} />
            </li>
          ))}
        </ul>
      </td>
      <td data-l={t('unlock.sets.takes')}>{timeInWords(effort, speech)}</td>
    </tr>
  );
}

/** Every smallest set of changes for each pathway. */
function UnlockingSets({ sets }: Pick<UnlocksView, 'sets'>) {
  const { t } = useSpeech();
  return (
    <Section id="unlock-sets" title={t('unlock.sets')}>
      <p className="gap">{t('unlock.sets.intro')}</p>
      <table className="fold">
        <thead>
          <tr>
            <th scope="col">{t('table.pathway')}</th>
            <th scope="col">{t('unlock.sets.changes')}</th>
            <th scope="col">{t('unlock.sets.takes')}</th>
          </tr>
        </thead>
        <tbody>
          {sets.map((set) => (
            <SetRow key={JSON.stringify([set.pathway.id, set.told])} set={set} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** What the times rest on, each with its source. */
function UnlockAssumptions({ assumptions }: Pick<UnlocksView, 'assumptions'>) {
  const { t, code } = useSpeech();
  const sources = assumptions.flatMap(({ source }) => source ?? []);
  return (
    <SourceScope value="unlock-source">
      <Section id="unlock-times" title={t('unlock.assumptions')}>
        <dl className="stack gap">
          {assumptions.map(({ fact, text, source }) => (
            <div key={fact} id={`unlock-${fact}`}>
              <dt>
                <b>{code('fact', fact)}</b>
              </dt>
              <dd>
                <Say text={text} />
                <Cite cite={source?.id} sources={sources} />
              </dd>
            </div>
          ))}
        </dl>
        <Sources sources={sources} />
      </Section>
    </SourceScope>
  );
}

/** What would make a person eligible, all of it. */
export function Unlocks({ view: { singles, sets, incomplete, assumptions } }: { view: UnlocksView }) {
  const { t } = useSpeech();
  return (
    <>
      <UnlockingChanges singles={singles} title={t('unlock.singles')} />
      {sets.length === 0 ? <p className="gap-2">{t('unlock.none')}</p> : <UnlockingSets sets={sets} />}
      {incomplete.length > 0 && (
        <p className="note gap-2">
          {t('unlock.incomplete', { count: incomplete.length })} <PathwayLinks pathways={incomplete} />
        </p>
      )}
      {assumptions.length > 0 && <UnlockAssumptions assumptions={assumptions} />}
    </>
  );
}
