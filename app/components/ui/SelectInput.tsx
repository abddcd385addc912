import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/context.tsx';
import { ProblemLine, problemProps } from './TextInput.tsx';

/** One of a long list, with its label and what is wrong with it. */
export function SelectInput({
  id,
  name,
  label,
  hint,
  options,
  empty,
  defaultValue,
  problem,
}: {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  options: readonly { value: string; name: string }[];
  empty?: string;
  defaultValue?: string | undefined;
  problem?: string | undefined;
}) {
  const { t } = useSpeech();
  return (
    <p className="field middle">
      <label htmlFor={id}>
        {label} {hint && <span className="hint">{hint}</span>}
      </label>
      <select id={id} name={name} defaultValue={defaultValue} {...problemProps(id, problem)}>
        <option value="">{empty ?? t('field.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      <ProblemLine id={id} problem={problem} />
    </p>
  );
}
