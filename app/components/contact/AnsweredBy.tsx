import type { Beginner, ContactStatus } from '../../domain/vacancy/contact.ts';
import { showsProfile } from '../../domain/vacancy/contact.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { ContactMark } from './ContactMark.tsx';

export type Answered = { id: string; begunBy: Beginner; status: ContactStatus; begunAt: string };

/** Whether one came before another. */
const isBefore = (one: Answered, other: Answered): boolean =>
  one.begunAt < other.begunAt || (one.begunAt === other.begunAt && one.id < other.id);

/** What somebody is called by: their place in the order in which all came, whatever the list is sorted by. */
const numberOf = (one: Answered, all: readonly Answered[]): number =>
  all.filter((other) => isBefore(other, one)).length + 1;

/** Who answered a vacancy, those that wait for an answer first; nobody is named before their page is opened, which they are shown. */
export function AnsweredBy({ answered }: { answered: readonly Answered[] }) {
  const { t, f, locale } = useSpeech();
  if (answered.length === 0) return <p>{t('contact.none')}</p>;
  const nameOf = (one: Answered) => t('contact.one', { number: f.number(numberOf(one, answered)) });
  return (
    <ul className="plain told">
      {answered.map((one) => (
        <li key={one.id}>
          <span>
            {showsProfile(one) ? <a href={`/${locale}/employer/contacts/${one.id}`}>{nameOf(one)}</a> : nameOf(one)}
            <br />
            <ContactMark begunBy={one.begunBy} status={one.status} to="employer" />
          </span>
          <span className="muted">{f.moment(one.begunAt)}</span>
        </li>
      ))}
    </ul>
  );
}
