import type { Text } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { directionOf } from '../../i18n/locale.ts';
import { Whole } from './Whole.tsx';

/** A document's text in the reader's language; where it has none, the English one, labelled so. */
export function Say({ text, quiet }: { text: Text; quiet?: boolean }) {
  const { say, locale, f } = useSpeech();
  const { text: words, language } = say(text);
  if (language === locale) return <Whole text={words} />;
  return (
    <>
      <span lang={language} dir={directionOf(language)}>
        <Whole text={words} />
      </span>
      {!quiet && (
        <>
          {' '}
          <span className="tag">{f.language(language)}</span>
        </>
      )}
    </>
  );
}
