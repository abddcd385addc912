import type { Problem } from '../../domain/documents/index.ts';

/** What is wrong with a document, and where: in English, as documents are checked. */
export const ProblemText = ({ problem: { path, message } }: { problem: Pick<Problem, 'path' | 'message'> }) => (
  <span lang="en" dir="ltr">
    {path !== '' && <code>{path}</code>} {message}
  </span>
);
