import type { ReactNode } from 'react';
import { useSpeech } from '../../../i18n/context.tsx';
import { SelectInput } from '../../ui/SelectInput.tsx';
import { ProblemLine, problemProps, TextInput } from '../../ui/TextInput.tsx';
import { useFilledForm } from './filled-form.tsx';

/** Finds what is wrong with a field, in the words of the summary above. */
export function useSlipWords(): (field: string) => string | undefined {
  const { t } = useSpeech();
  const { slips, said = [] } = useFilledForm();
  return (field) => {
    const slip = slips.find((one) => one.field === field);
    return slip ? t(`slip.${slip.why}`) : said.find((one) => one.field === field)?.words;
  };
}

export const SlipLine = ({ field }: { field: string }) => <ProblemLine id={field} problem={useSlipWords()(field)} />;

/** What ties a field to what is wrong with it. */
export const useSlip = (field: string) => problemProps(field, useSlipWords()(field));

type Entry = { name: string; label: ReactNode; hint?: ReactNode; id?: string; value?: string };

/** One line to type into: text in any script, or a number on the keyboard of numbers. */
export function TextField({
  name,
  id = name,
  value,
  numeric,
  ...rest
}: Entry & { size: 'short' | 'middle' | 'long'; numeric?: boolean }) {
  const { typed } = useFilledForm();
  return (
    <TextInput
      {...rest}
      id={id}
      name={name}
      defaultValue={value ?? typed.one(name)}
      inputMode={numeric ? 'decimal' : undefined}
      autoComplete="off"
      problem={useSlipWords()(id)}
    />
  );
}

export type Option = { value: string; name: string };

/** One of a long list. */
export function SelectField({
  name,
  id = name,
  value,
  ...rest
}: Entry & { options: readonly Option[]; empty: string }) {
  const { typed } = useFilledForm();
  return (
    <SelectInput {...rest} id={id} name={name} defaultValue={value ?? typed.one(name)} problem={useSlipWords()(id)} />
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
