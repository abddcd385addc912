import type { Version } from '../../../db/queries/edition.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Recorder } from '../changes/Recorder.tsx';
import { Section } from '../ui/Section.tsx';

/** Every version of the document, with who recorded it and when; each can be read as it stood. */
export function Versions({ versions, path }: { versions: readonly Version[]; path: string }) {
  const { t, f } = useSpeech();
  return (
    <Section id="versions" title={t('versions.title')}>
      <p className="gap">{t('versions.intro', { count: versions.length })}</p>
      <table className="fold">
        <thead>
          <tr>
            <th scope="col">{t('versions.inForce')}</th>
            <th scope="col">{t('versions.recorded')}</th>
            <th scope="col">{t('versions.by')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, effectiveFrom, effectiveTo, recordedAt, recordedBy, office }) => (
            <tr key={version}>
              <th scope="row">
                {effectiveFrom && (
                  <a href={`${path}?on=${effectiveFrom}`}>
                    {effectiveTo
                      ? t('places.period', { from: f.date(effectiveFrom), to: f.date(effectiveTo) })
                      : t('places.since', { date: f.date(effectiveFrom) })}
                  </a>
                )}
              </th>
              <td data-l={t('versions.recorded')}>{f.date(new Date(recordedAt).toISOString().slice(0, 10))}</td>
              <td data-l={t('versions.by')}>
                <Recorder by={recordedBy} office={office} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="gap-2">
        <a href={`${path}/changes`}>{t('changes.link')}</a>
      </p>
    </Section>
  );
}
