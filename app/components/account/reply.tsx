import { createContext, useContext } from 'react';
import { useSpeech } from '../../i18n/context.tsx';
import type { MessageId } from '../../i18n/translate.ts';

/** A form that could not be taken: what was typed, and what is wrong with which field. */
export type Reply = {
  values: Readonly<Record<string, string>>;
  problems: readonly { field: string; message: MessageId }[];
};

const Given = createContext<Reply | undefined>(undefined);
/** Gives the reply to the fields under it. */
export const ReplyProvider = Given.Provider;
export const useReply = (): Reply | undefined => useContext(Given);

/** Finds what is wrong with a field, in words. */
export function useProblems(): (field: string) => string | undefined {
  const { t } = useSpeech();
  const problems = useReply()?.problems ?? [];
  return (field) => {
    const found = problems.find((one) => one.field === field);
    return found && t(found.message);
  };
}

/** What is wrong with one field, in words. */
export const useProblem = (field: string): string | undefined => useProblems()(field);
