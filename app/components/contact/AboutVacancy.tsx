import type { ReactNode } from 'react';
import type { Complaints, Text } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ComplaintsOffice } from '../pathway/PathwayBody.tsx';
import { Say } from '../ui/Say.tsx';

/** What somebody wants to report: a vacancy, or a name that no vacancy has here. */
export type ReportedVacancy =
  | { known: true; id: string; title: Text; employer: string; complaints: Complaints | null }
  | { known: false; id: string };

const Line = ({ label, children }: { label: string; children: ReactNode }) => {
  const { t } = useSpeech();
  return (
    <p>
      {label}
      {t('value.colon')}
      {children}
    </p>
  );
};

/** What the report is about, with all that is needed to make it: whose vacancy it is, its name here, and the office that takes it. */
export function AboutVacancy({ about }: { about: ReportedVacancy }) {
  const { t, locale } = useSpeech();
  if (!about.known)
    return (
      <p className="note gap" role="status">
        {t('contact.about.none', { id: about.id.slice(0, 60) })}
      </p>
    );
  const { id, title, employer, complaints } = about;
  return (
    <div className="note calm gap">
      <Line label={t('contact.about')}>
        <a href={`/${locale}/vacancies/${id}`}>
          <bdi>
            <Say text={title} quiet />
          </bdi>
        </a>
      </Line>
      <Line label={t('contact.about.employer')}>
        <bdi>{employer}</bdi>
      </Line>
      <Line label={t('contact.about.quote')}>
        <bdi>{id}</bdi>
      </Line>
      {complaints && (
        <Line label={t('contact.about.where')}>
          <ComplaintsOffice complaints={complaints} />
        </Line>
      )}
    </div>
  );
}
