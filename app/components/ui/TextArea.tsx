import type { ReactNode } from 'react';
import { ProblemLine, problemProps } from './TextInput.tsx';

/** Some lines to type into, with their label and what is wrong with them. */
export const TextArea = ({
  id,
  label,
  hint,
  rows,
  text,
  problem,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  rows: number;
  text: string | undefined;
  problem: string | undefined;
}) => (
  <p className="field">
    <label htmlFor={id}>
      {label} {hint && <span className="hint">{hint}</span>}
    </label>
    <textarea id={id} name={id} rows={rows} maxLength={2000} defaultValue={text} {...problemProps(id, problem)} />
    <ProblemLine id={id} problem={problem} />
  </p>
);
