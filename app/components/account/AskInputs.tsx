import type { ComponentProps } from 'react';
import { DateInputs } from '../ui/DateInputs.tsx';
import { SelectInput } from '../ui/SelectInput.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useProblem, useProblems, useReply } from './reply.tsx';

/** A line to type into that keeps what was typed, at first `preset`, and says what is wrong with it. */
export const AskText = ({
  preset,
  ...field
}: Omit<ComponentProps<typeof TextInput>, 'id' | 'problem' | 'defaultValue'> & { preset?: string }) => (
  <TextInput
    {...field}
    id={field.name}
    defaultValue={useReply()?.values[field.name] ?? preset}
    problem={useProblem(field.name)}
  />
);

/** A list that keeps what was chosen, at first `preset`, and says what is wrong with it. */
export const AskSelect = ({
  preset,
  ...field
}: Omit<ComponentProps<typeof SelectInput>, 'id' | 'problem' | 'defaultValue'> & { preset?: string }) => (
  <SelectInput
    {...field}
    id={field.name}
    defaultValue={useReply()?.values[field.name] ?? preset}
    problem={useProblem(field.name)}
  />
);

/** A day that keeps what was typed, and says what is wrong with it. */
export const AskDay = (day: { name: string; legend: string }) => {
  const reply = useReply();
  return <DateInputs {...day} typedIn={(field) => reply?.values[field]} problemOf={useProblems()} />;
};
