import { useSpeech } from '../../i18n/context.tsx';
import { AskPage } from '../account/AskPage.tsx';

/** What to do so that it can be said what one qualifies for; `here`: where to come back to, signed in. */
export function KnownOfNobody({ here }: { here: string }) {
  const { t, locale } = useSpeech();
  return (
    <AskPage
      title={t('qualify.title')}
      lede={t('qualify.nobody')}
      back={{ href: `/${locale}/vacancies`, words: t('vacancy.all') }}
    >
      <p className="cluster">
        <a className="btn" href={`/${locale}/check`}>
          {t('qualify.nobody.check')}
        </a>
        <a className="btn two" href={`/${locale}/sign-in?${new URLSearchParams({ next: here })}`}>
          {t('qualify.nobody.signIn')}
        </a>
      </p>
      <p>{t('qualify.nobody.after')}</p>
    </AskPage>
  );
}
