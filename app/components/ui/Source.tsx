import { createContext, useContext } from 'react';
import type { Source } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Icon } from './icons.tsx';

/** A source of which nothing is said counts as general knowledge: to be checked. */
export const basisOf = ({ basis }: Source) => basis ?? 'general-knowledge';

/** Where two documents stand on one page, their sources are told apart by a scope. */
const Scope = createContext('source');
export const SourceScope = Scope.Provider;

/** After a fact: the number of its source, how good that is, and its year. */
export function Cite({ cite, sources }: { cite: string | undefined; sources: readonly Source[] }) {
  const { t, code } = useSpeech();
  const scope = useContext(Scope);
  const at = cite === undefined ? -1 : sources.findIndex(({ id }) => id === cite);
  const source = sources[at];
  if (!source) return null;
  const basis = basisOf(source);
  return (
    <>
      {' '}
      <a className="src" href={`#${scope}-${source.id}`}>
        <Icon shape={basis} />
        <span className="vh">{t('source.word')} </span>
        {[at + 1, code('basis', basis), source.asOf?.slice(0, 4) ?? t('source.undated')].join(' · ')}
      </a>
    </>
  );
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
