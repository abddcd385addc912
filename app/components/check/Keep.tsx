import { useSpeech } from '../../i18n/context.tsx';
import { Section } from '../ui/Section.tsx';
import type { ResultData } from './ResultPage.tsx';

/** Saving, and sharing without what was told. */
export function Keep({
  answers,
  hasPrivate,
  query,
  share,
}: Pick<ResultData, 'answers' | 'hasPrivate' | 'query' | 'share'>) {
  const { t, locale } = useSpeech();
  const body = encodeURIComponent(share);
  return (
    <Section id="keep" title={t('result.keep')}>
      <p className="gap">{t('result.keep.text')}</p>
      <form method="post" className="stack">
        {hasPrivate && (
          <label className="check">
            <input type="checkbox" name="private" value="yes" />
            <span>{t('result.save.private')}</span>
          </label>
        )}
        <button className="btn" type="submit">
          {t('result.save')}
        </button>
      </form>
      {(answers.length > 0 || hasPrivate) && (
        <p className="gap-2">
          <a href={`/${locale}/sign-in?${new URLSearchParams({ check: query })}`}>{t('result.profile')}</a>
        </p>
      )}
      <h3 className="sub">{t('result.share')}</h3>
      <p>{t('result.share.text')}</p>
      <p>
        <a href={share} dir="ltr" className="break">
          {share}
        </a>
      </p>
      <p className="cluster gap-2 no-print">
        <a href={`mailto:?subject=${encodeURIComponent(t('result.share.subject'))}&body=${body}`}>
          {t('result.share.mail')}
        </a>
        <a href={`sms:?body=${body}`}>{t('result.share.sms')}</a>
      </p>
    </Section>
  );
}
