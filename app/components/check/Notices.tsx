import type { BadPart } from '../../domain/check/answers.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** What of the address could not be used, and what is no longer kept. */
export function CheckNotices({ bad, forgotten }: { bad: readonly BadPart[]; forgotten: boolean }) {
  const { t } = useSpeech();
  return (
    <>
      {forgotten && (
        <div className="note calm" role="status">
          <p>{t('check.forgotten')}</p>
        </div>
      )}
      {bad.length > 0 && (
        <div className="note calm" role="status">
          <p>{t('check.dropped', { count: bad.length })}</p>
          <ul className="bul">
            {bad.map(({ key, value }) => (
              <li key={`${key} ${value}`}>
                <bdi>
                  {key}={value.slice(0, 60)}
                </bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
