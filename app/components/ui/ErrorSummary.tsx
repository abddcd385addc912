import type { ReactNode } from 'react';

/** What is wrong with a form, above it: each line leads to its field, in the same words as there. */
export const ErrorSummary = ({
  title,
  items,
}: {
  title: string;
  items: readonly { href: string; text: ReactNode; key: string }[];
}) => (
  <div className="note gap" role="alert" aria-labelledby="errors" tabIndex={-1}>
    <h2 id="errors">{title}</h2>
    <ul className="bul">
      {items.map(({ href, text, key }) => (
        <li key={key}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  </div>
);
