import type { ComponentProps } from 'react';
import { DateInputs } from '../../ui/DateInputs.tsx';
import { useSlipWords } from './Field.tsx';
import { useFilledForm } from './filled-form.tsx';

/** A day, or a month, as it was filled in. */
export const DateFields = (date: Omit<ComponentProps<typeof DateInputs>, 'typedIn' | 'problemOf'>) => (
  <DateInputs {...date} typedIn={useFilledForm().typed.one} problemOf={useSlipWords()} />
);
