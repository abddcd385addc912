import { createContext, useContext } from 'react';
import type { Text } from '../domain/documents/index.ts';
import { type Format, formatOf } from './format.ts';
import type { Locale } from './locale.ts';
import { type Said, say } from './text.ts';
import { findMessageId, type MessageId, translate, type Values } from './translate.ts';

/** What a component needs to speak to its reader. */
export type Speech = {
  locale: Locale;
  t(id: MessageId, values?: Values): string;
  /** The message of a code, such as `code('kind', 'seasonal')`; the code itself where none is written. */
  code(area: string, value: string): string;
  say(text: Text): Said;
  /** A text's words alone, for places that cannot mark their language, such as a title. */
  plain(text: Text): string;
  f: Format;
};

const speeches = new Map<Locale, Speech>();

export function speechOf(locale: Locale): Speech {
  const known = speeches.get(locale);
  if (known) return known;
  const speech: Speech = {
    locale,
    t: (id, values) => translate(locale, id, values),
    code: (area, value) => {
      const id = findMessageId(`${area}.${value}`);
      return id ? translate(locale, id) : value;
    },
    say: (text) => say(text, locale),
    plain: (text) => say(text, locale).text,
    f: formatOf(locale),
  };
  speeches.set(locale, speech);
  return speech;
}

const SpeechContext = createContext<Speech>(speechOf('en'));
export const SpeechProvider = SpeechContext.Provider;
export const useSpeech = () => useContext(SpeechContext);
