import type { Verdict } from '../../domain/eligibility/evaluate.ts';
import { useSpeech } from '../../i18n/context.tsx';
import type { ListedPathway } from '../pathway/listed-pathway.ts';
import { Marked } from '../pathway/Marked.tsx';
import { PathwayKick } from '../pathway/PathwayKick.tsx';
import { PathwayFigures } from '../pathway/PathwayRow.tsx';
import { WayBackLine } from '../pathway/Ways.tsx';
import { Icon } from '../ui/icons.tsx';
import { Say } from '../ui/Say.tsx';
import { FindingTree } from './Findings.tsx';
import type { FindingNode } from './finding-node.ts';
import type { QuestionLink } from './question-link.ts';

/** A pathway and what it comes to for a person, with its reasons. */
export type ResultRowData = {
  pathway: ListedPathway;
  verdict: Verdict;
  /** What decides: what it rests on, or the fewest criteria in the way; none where a question decides. */
  decisive: readonly FindingNode[];
  /** The fewest criteria that would have to come out otherwise. */
  obstacles: number;
  /** What must still be told, and could change the verdict. */
  questions: readonly QuestionLink[];
  /** Every rule. */
  nodes: readonly FindingNode[];
  criteria: number;
  /** The origin state whose steps come before leaving, where a nationality is told. */
  origin: string | undefined;
};

const HEADINGS = {
  eligible: 'result.restsOn',
  possible: 'result.toTell',
  ineligible: 'result.inTheWay',
} as const satisfies Record<Verdict, string>;

const SHOWN = 5;

function Questions({ questions, query }: { questions: readonly QuestionLink[]; query: string }) {
  const { t, locale } = useSpeech();
  const items = (some: readonly QuestionLink[]) =>
    some.map(({ id, title, isPrivate }) => (
      <li key={id}>
        <Icon shape="unknown" className="unknown" />
        <div>
          <a href={`/${locale}/check/${id}?${query}&then=result`}>
            <Say text={title} quiet />
          </a>{' '}
          {isPrivate && <span className="tag">{t('check.private')}</span>}
        </div>
      </li>
    ));
  const rest = questions.slice(SHOWN);
  return (
    <>
      <ul className="rules">{items(questions.slice(0, SHOWN))}</ul>
      {rest.length > 0 && (
        <details>
          <summary className="small">{t('result.more', { count: rest.length })}</summary>
          <ul className="rules">{items(rest)}</ul>
        </details>
      )}
    </>
  );
}

/** A pathway in the result: why, the figures, the way back, and the next steps one click away. */
export function ResultRow({ row, query }: { row: ResultRowData; query: string }) {
  const { t, f, locale } = useSpeech();
  const { pathway, verdict, decisive, obstacles, questions, nodes, criteria, origin } = row;
  const { id, name, summary, commitment, reentry, undertaking } = pathway;
  const page = `/${locale}/pathways/${id}`;
  return (
    <article className="row">
      <div>
        <PathwayKick pathway={pathway}>
          {verdict === 'ineligible' && <span className="unmet">{t('result.obstacles', { count: obstacles })}</span>}
          {verdict === 'possible' && (
            <span className="unknown">{t('result.questions', { count: questions.length })}</span>
          )}
        </PathwayKick>
        <h3>
          <a href={page}>
            <Marked words={name} />
          </a>
        </h3>
        <p className="small">
          <Marked words={summary} />
        </p>
        <h4 className="small gap-2">{t(HEADINGS[verdict])}</h4>
        {questions.length > 0 && <Questions questions={questions} query={query} />}
        {decisive.length > 0 && <FindingTree nodes={decisive} page={page} />}
        {criteria === 0 && <p className="small">{t('result.noCriteria')}</p>}
        {criteria > 0 && (
          <details>
            <summary className="small">{t('result.all', { count: criteria })}</summary>
            <FindingTree nodes={nodes} page={page} />
          </details>
        )}
        <WayBackLine terms={{ commitment, reentry }} first={undertaking && <Marked words={undertaking} />} />
      </div>
      <div>
        <PathwayFigures pathway={pathway} />
        {origin !== undefined && verdict !== 'ineligible' && (
          <p className="small gap-2">
            <a href={`${page}/from/${origin}`}>{t('result.steps', { country: f.country(origin) })}</a>
          </p>
        )}
      </div>
    </article>
  );
}
