import type { ReactNode } from 'react';
import { useSpeech } from '../../../i18n/context.tsx';
import { TextField } from './Field.tsx';

const PARTS = { day: ['day', 'month', 'year'], month: ['month', 'year'] } as const;

/** A day, or a month, as fields of its parts: `name-day`, `name-month`, `name-year`. */
export function DateFields({ name, legend, of = 'day' }: { name: string; legend: ReactNode; of?: keyof typeof PARTS }) {
  const { t } = useSpeech();
  return (
    <fieldset className="date">
      <legend>{legend}</legend>
      {PARTS[of].map((part) => (
        <TextField key={part} name={`${name}-${part}`} label={t(`field.${part}`)} size="short" numeric />
      ))}
    </fieldset>
  );
}
