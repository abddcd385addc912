import { useSpeech } from '../../i18n/context.tsx';
import type { FlawView } from '../../server/posting.server.ts';

/** What stands in the way of a vacancy, and what has to be looked at; `hrefOf` leads to where it is mended. */
export function FlawList({
  flaws,
  hrefOf,
}: {
  flaws: readonly FlawView[];
  hrefOf?: (where: NonNullable<FlawView['where']>) => string;
}) {
  const { t } = useSpeech();
  const lists = [
    ['posting.flaws', flaws.filter(({ isFlag }) => !isFlag)],
    ['posting.flags', flaws.filter(({ isFlag }) => isFlag)],
  ] as const;
  return lists.map(
    ([title, some]) =>
      some.length > 0 && (
        <div className={title === 'posting.flaws' ? 'note' : 'note calm'} key={title}>
          <h2 className="small">{t(title, { count: some.length })}</h2>
          <ul className="bul">
            {some.map(({ words, where }) => (
              <li key={words}>{where && hrefOf ? <a href={hrefOf(where)}>{words}</a> : words}</li>
            ))}
          </ul>
        </div>
      ),
  );
}
