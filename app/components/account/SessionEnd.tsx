import type { EndTold } from '../../domain/people/session-limits.ts';
import { useSpeech } from '../../i18n/context.tsx';

/**
 * When somebody is signed out, and the way to stay: to sign in again before an end that nothing moves, else to open any page, beside
 * the one on which something is typed.
 */
export function SessionEnd({ at, absolute, minutes, here }: EndTold & { here: string }) {
  const { t, f, locale } = useSpeech();
  const told = { minutes, time: f.moment(at.toISOString()) };
  if (!absolute)
    return (
      <p className="wrap small muted ends">
        {t('shell.ends.idle', told)}{' '}
        <a href={here} target="_blank" rel="noopener">
          {t('shell.ends.stay')}
        </a>
      </p>
    );
  return (
    <div className="wrap">
      <p className="note" role="status">
        {t('shell.ends.absolute', told)}{' '}
        <a href={`/${locale}/sign-in?${new URLSearchParams({ again: 'yes', next: here })}`}>{t('shell.ends.again')}</a>
      </p>
    </div>
  );
}
