import { useSpeech } from '../../i18n/context.tsx';
import type { Chapter } from '../../use-cases/publishing/document-history.ts';
import { Section } from '../ui/Section.tsx';
import { ChangeTable } from './ChangeTable.tsx';
import { Recorder } from './Recorder.tsx';

const dayOf = (moment: Date | string) => new Date(moment).toISOString().slice(0, 10);

/** What one version changed, when and by which office. */
export function ChapterSection({ chapter, of }: { chapter: Chapter; of: string }) {
  const { t, f } = useSpeech();
  const { version, effectiveFrom, recordedAt, recordedBy, office, why, changes } = chapter;
  const title = t('changes.version', { version, date: f.date(dayOf(recordedAt)) });
  return (
    <Section id={`${of}-${version}`} title={title}>
      <p>
        {t('changes.by')} <Recorder by={recordedBy} office={office} />
        {effectiveFrom && ` · ${t('proposal.effective', { date: f.date(effectiveFrom) })}`}
      </p>
      {why && (
        <p>
          {t('changes.why')} <bdi>{why}</bdi>
        </p>
      )}
      <div className="gap-2">
        {changes ? <ChangeTable changes={changes} caption={title} /> : <p>{t('changes.first')}</p>}
      </div>
    </Section>
  );
}
