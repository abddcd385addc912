import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/context.tsx';
import type { MessageId } from '../i18n/translate.ts';

/** A page of plain words: a heading, a lede, and parts of a heading, paragraphs and links. */
export type ProseParts = {
  title: MessageId;
  lede: MessageId;
  parts: readonly {
    heading: MessageId;
    paragraphs: readonly MessageId[];
    links?: readonly (readonly [path: string, label: MessageId])[];
  }[];
};

/** `about`: what a reader came for, before the parts; `children` stand after them. */
export function Prose({ prose, about, children }: { prose: ProseParts; about?: ReactNode; children?: ReactNode }) {
  const { t, locale } = useSpeech();
  return (
    <main id="main" className="wrap page">
      <div className="stack">
        <h1>{t(prose.title)}</h1>
        <p className="lede">{t(prose.lede)}</p>
        {about}
      </div>
      {prose.parts.map(({ heading, paragraphs, links = [] }) => (
        <section className="sec stack" key={heading}>
          <h2>{t(heading)}</h2>
          {paragraphs.map((id) => (
            <p key={id}>{t(id)}</p>
          ))}
          {links.map(([path, id]) => (
            <p key={id}>
              <a href={`/${locale}${path}`}>{t(id)}</a>
            </p>
          ))}
        </section>
      ))}
      {children}
    </main>
  );
}
