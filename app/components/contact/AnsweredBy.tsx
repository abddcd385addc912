import type { Beginner, ContactStatus } from '../../domain/vacancy/contact.ts';
import { showsProfile } from '../../domain/vacancy/contact.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ContactMark } from './ContactMark.tsx';

export type Answered = { id: string; begunBy: Beginner; status: ContactStatus; begunAt: string };

/** Who answered a vacancy, those that wait for an answer first; nobody is named before their page is opened, which they are shown. */
export function AnsweredBy({ answered }: { answered: readonly Answered[] }) {
  const { t, f, locale } = useSpeech();
  if (answered.length === 0) return <p>{t('contact.none')}</p>;
  return (
    <ul className="plain told">
      {answered.map(({ id, begunAt, ...state }, at) => (
        <li key={id}>
          <span>
            {showsProfile(state) ? (
              <a href={`/${locale}/employer/contacts/${id}`}>{t('contact.one', { number: f.number(at + 1) })}</a>
            ) : (
              t('contact.one', { number: f.number(at + 1) })
            )}
            <br />
            <ContactMark {...state} to="employer" />
          </span>
          <span className="muted">{f.moment(begunAt)}</span>
        </li>
      ))}
    </ul>
  );
}
