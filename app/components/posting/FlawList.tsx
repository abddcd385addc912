import type { Weight } from '../../domain/vacancy/marks.ts';
import { useSpeech } from '../../i18n/context.tsx';
import type { FlawView } from '../../server/posting.server.ts';

/** What each list is called, how it looks, and what follows from what stands in it. */
const LISTS = [
  { weight: 'flaw', title: 'posting.flaws', look: 'note', meaning: null },
  { weight: 'flag', title: 'posting.flags', look: 'note', meaning: 'posting.flags.then' },
  { weight: 'remark', title: 'posting.remarks', look: 'note calm', meaning: 'posting.remarks.then' },
] as const satisfies readonly { weight: Weight; [more: string]: unknown }[];

/** What stands in the way of a vacancy, what keeps it from everybody, and what is only said of it; `hrefOf` leads to where it is mended. */
export function FlawList({
  flaws,
  hrefOf,
}: {
  flaws: readonly FlawView[];
  hrefOf?: (where: NonNullable<FlawView['where']>) => string;
}) {
  const { t } = useSpeech();
  return LISTS.map(({ weight, title, look, meaning }) => {
    const some = flaws.filter((flaw) => flaw.weight === weight);
    return (
      some.length > 0 && (
        <div className={look} key={weight}>
          <h2 className="small">{t(title, { count: some.length })}</h2>
          <ul className="bul">
            {some.map(({ words, where }) => (
              <li key={words}>{where && hrefOf ? <a href={hrefOf(where)}>{words}</a> : words}</li>
            ))}
          </ul>
          {meaning && <p className="small">{t(meaning)}</p>}
        </div>
      )
    );
  });
}
