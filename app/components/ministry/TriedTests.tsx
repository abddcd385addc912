import { useSpeech } from '../../i18n/context.tsx';
import type { TriedTest } from '../../use-cases/try-draft.ts';
import { Icon } from '../ui/icons.tsx';

/** The cases kept beside the pathway and how each fares on the draft. */
export function TriedTests({ tests }: { tests: readonly TriedTest[] }) {
  const { t, code } = useSpeech();
  if (tests.length === 0) return <p>{t('try.tests.none')}</p>;
  const failing = tests.filter(({ differences }) => differences.length > 0).length;
  return (
    <>
      <p>
        <b>
          {failing === 0
            ? t('try.tests.pass', { count: tests.length })
            : t('try.tests.fail', { count: failing, all: tests.length })}
        </b>
      </p>
      <ul className="rules gap-2">
        {tests.map(({ id, expect, found, why, differences }) => (
          <li key={id}>
            <div>
              <span className={differences.length === 0 ? 'mark met' : 'mark unmet'}>
                <Icon shape={differences.length === 0 ? 'open' : 'shut'} />
                {t(differences.length === 0 ? 'try.tests.passes' : 'try.tests.fails')}
              </span>{' '}
              <bdi>
                <code>{id}</code>
              </bdi>
              : {t('try.tests.expects', { expect: code('verdict', expect), found: code('verdict', found ?? 'none') })}
              {why && (
                <p className="small muted" lang="en" dir="ltr">
                  {why}
                </p>
              )}
              {differences.map((difference) => (
                <p className="small" lang="en" dir="ltr" key={difference}>
                  {difference}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
