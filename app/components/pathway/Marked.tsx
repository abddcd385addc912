import { useSpeech } from '../../i18n/context.tsx';
import { directionOf } from '../../i18n/locale.ts';
import { Whole } from '../ui/Whole.tsx';
import type { MarkedWords } from './listed-pathway.ts';

/** Words with what matched marked in them, and their language where it is not the page's. */
export function Marked({ words: { language, pieces } }: { words: MarkedWords }) {
  const { locale } = useSpeech();
  const marked = pieces.map(({ text, match }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no identity but their place
    match ? <mark key={at}>{text}</mark> : <Whole key={at} text={text} />,
  );
  if (language === locale) return <>{marked}</>;
  return (
    <span lang={language} dir={directionOf(language)}>
      {marked}
    </span>
  );
}
