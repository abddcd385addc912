import type { ReactNode } from 'react';

/** A part of a page under its own heading, reachable by `#id`. */
export const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className="sec" id={id}>
    <h2>{title}</h2>
    {children}
  </section>
);

/** The four to six figures a person decides by: label, figure, one line of meaning. */
export const Facts = ({ items }: { items: readonly { label: string; figure: ReactNode; meaning?: ReactNode }[] }) => (
  <dl className="facts">
    {items.map(({ label, figure, meaning }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>
          <b>{figure}</b>
          {meaning}
        </dd>
      </div>
    ))}
  </dl>
);

/** What is on this page; a column beside it where there is room. */
export const Contents = ({ title, items }: { title: string; items: readonly (readonly [string, string])[] }) => (
  <aside>
    <nav className="toc sec no-print" aria-label={title}>
      <h2 className="small">{title}</h2>
      <ul className="plain">
        {items.map(([id, label]) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  </aside>
);
