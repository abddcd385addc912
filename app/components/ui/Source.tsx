import { createContext, useContext } from 'react';
import type { Source } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Icon } from './icons.tsx';

/** A source of which nothing is said counts as general knowledge: to be checked. */
export const basisOf = ({ basis }: Pick<Source, 'basis'>) => basis ?? 'general-knowledge';

/** Where two documents stand on one page, their sources are told apart by a scope. */
const Scope = createContext('source');
export const SourceScope = Scope.Provider;

/** A source as the mark after a fact shows it: its number among those of its document. */
export type SourceMark = Pick<Source, 'id' | 'basis' | 'asOf'> & { number: number };

/** The mark of the source that is cited; undefined where the document does not say. */
export function sourceMark(cite: string | undefined, sources: readonly Source[]): SourceMark | undefined {
  const at = cite === undefined ? -1 : sources.findIndex(({ id }) => id === cite);
  const source = sources[at];
  if (!source) return undefined;
  const { id, basis, asOf } = source;
  return { id, number: at + 1, ...(basis && { basis }), ...(asOf && { asOf }) };
}

/** After a fact: the number of its source, how good that is, and its year; `page` is where the sources stand, if not here. */
export function SourceLink({ mark, page = '' }: { mark: SourceMark; page?: string }) {
  const { t, code } = useSpeech();
  const scope = useContext(Scope);
  const basis = basisOf(mark);
  return (
    <>
      {' '}
      <a className="src" href={`${page}#${scope}-${mark.id}`}>
        <Icon shape={basis} />
        <span className="vh">{t('source.word')} </span>
        {[mark.number, code('basis', basis), mark.asOf?.slice(0, 4) ?? t('source.undated')].join(' · ')}
      </a>
    </>
  );
}

/** The source of a fact, on the page that lists them. */
export function Cite({ cite, sources }: { cite: string | undefined; sources: readonly Source[] }) {
  const mark = sourceMark(cite, sources);
  return mark ? <SourceLink mark={mark} /> : null;
}

const isLink = (url: string | undefined): url is string => url !== undefined && /^https?:/i.test(url);

/** All sources of a document, in the order in which they are numbered. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const { t, f, code } = useSpeech();
  const scope = useContext(Scope);
  return (
    <ol className="sources">
      {sources.map((source, at) => (
        <li id={`${scope}-${source.id}`} key={source.id}>
          <b>{at + 1}</b>
          <div>
            <bdi lang="en">{isLink(source.url) ? <a href={source.url}>{source.title}</a> : source.title}</bdi>
            <br />
            <span className="muted">
              <Icon shape={basisOf(source)} /> {code('basis', basisOf(source))} ·{' '}
              {source.asOf === undefined ? t('source.noDate') : t('source.asOf', { date: f.date(source.asOf) })}
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}
