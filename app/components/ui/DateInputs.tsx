import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/context.tsx';
import { TextInput } from './TextInput.tsx';

const PARTS = { day: ['day', 'month', 'year'], month: ['month', 'year'] } as const;

/** A day, or a month, as fields of its parts: `name-day`, `name-month`, `name-year`. */
export function DateInputs({
  name,
  legend,
  of = 'day',
  typedIn,
  problemOf,
}: {
  name: string;
  legend: ReactNode;
  of?: keyof typeof PARTS;
  typedIn: (field: string) => string | undefined;
  problemOf: (field: string) => string | undefined;
}) {
  const { t } = useSpeech();
  return (
    <fieldset className="date">
      <legend>{legend}</legend>
      {PARTS[of].map((part) => {
        const field = `${name}-${part}`;
        return (
          <TextInput
            key={part}
            id={field}
            name={field}
            label={t(`field.${part}`)}
            size="short"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={typedIn(field)}
            problem={problemOf(field)}
          />
        );
      })}
    </fieldset>
  );
}
