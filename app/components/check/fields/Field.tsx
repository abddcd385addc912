import type { ReactNode } from 'react';
import { useSpeech } from '../../../i18n/context.tsx';
import { useFilledForm } from './filled-form.tsx';

/** What is wrong with a field, in the words of the summary above. */
export function SlipLine({ field }: { field: string }) {
  const { t } = useSpeech();
  const slip = useFilledForm().slips.find((one) => one.field === field);
  return slip ? (
    <span className="slip" id={`${field}-slip`}>
      {t(`slip.${slip.why}`)}
    </span>
  ) : null;
}

/** What ties a field to what is wrong with it. */
export function useSlip(field: string) {
  const wrong = useFilledForm().slips.some((one) => one.field === field);
  return wrong ? ({ 'aria-invalid': true, 'aria-describedby': `${field}-slip` } as const) : {};
}

type Entry = { name: string; label: ReactNode; hint?: ReactNode; id?: string; value?: string };

/** One line to type into: text in any script, or a number on the keyboard of numbers. */
export function TextField({
  name,
  label,
  hint,
  id = name,
  value,
  size,
  numeric,
}: Entry & { size: 'short' | 'middle' | 'long'; numeric?: boolean }) {
  const { typed } = useFilledForm();
  return (
    <p className={`field ${size}`}>
      <label htmlFor={id}>
        {label} {hint && <span className="hint">{hint}</span>}
      </label>
      <input
        id={id}
        name={name}
        defaultValue={value ?? typed.one(name)}
        inputMode={numeric ? 'decimal' : undefined}
        autoComplete="off"
        maxLength={200}
        {...useSlip(id)}
      />
      <SlipLine field={id} />
    </p>
  );
}

export type Option = { value: string; name: string };

/** One of a long list. */
export function SelectField({
  name,
  label,
  hint,
  id = name,
  value,
  options,
  empty,
}: Entry & { options: readonly Option[]; empty: string }) {
  const { typed } = useFilledForm();
  return (
    <p className="field middle">
      <label htmlFor={id}>
        {label} {hint && <span className="hint">{hint}</span>}
      </label>
      <select id={id} name={name} defaultValue={value ?? typed.one(name)} {...useSlip(id)}>
        <option value="">{empty}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      <SlipLine field={id} />
    </p>
  );
}

/** One of a short list, all of it in sight. The fieldset's legend is the question itself where the page asks nothing else. */
export function Choices({ name, legend, options }: { name: string; legend: ReactNode; options: readonly Option[] }) {
  const { typed } = useFilledForm();
  const slip = useSlip(name);
  return (
    <fieldset id={name} {...slip}>
      <legend>{legend}</legend>
      <SlipLine field={name} />
      {options.map((option) => (
        <label className="check" key={option.value}>
          <input type="radio" name={name} value={option.value} defaultChecked={typed.one(name) === option.value} />
          <span>{option.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A box to tick. */
export function Tick({ name, label, value = 'yes' }: { name: string; label: ReactNode; value?: string }) {
  const { typed } = useFilledForm();
  return (
    <label className="check">
      <input type="checkbox" name={name} value={value} defaultChecked={typed.all(name).includes(value)} />
      <span>{label}</span>
    </label>
  );
}
