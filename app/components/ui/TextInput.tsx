import type { InputHTMLAttributes, ReactNode } from 'react';

/** What is wrong with a field, under it. */
export const ProblemLine = ({ id, problem }: { id: string; problem: string | undefined }) =>
  problem ? (
    <span className="slip" id={`${id}-slip`}>
      {problem}
    </span>
  ) : null;

/** What ties a field to what is wrong with it. */
export const problemProps = (id: string, problem: string | undefined) =>
  problem ? ({ 'aria-invalid': true, 'aria-describedby': `${id}-slip` } as const) : {};

type Input = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autoComplete' | 'defaultValue' | 'dir' | 'required'
>;

/** One line to type into, with its label and what is wrong with it. */
export const TextInput = ({
  id,
  name,
  label,
  hint,
  size,
  problem,
  ...input
}: Input & {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  size: 'short' | 'middle' | 'long';
  problem?: string | undefined;
}) => (
  <p className={`field ${size}`}>
    <label htmlFor={id}>
      {label} {hint && <span className="hint">{hint}</span>}
    </label>
    <input id={id} name={name} maxLength={200} {...input} {...problemProps(id, problem)} />
    <ProblemLine id={id} problem={problem} />
  </p>
);
