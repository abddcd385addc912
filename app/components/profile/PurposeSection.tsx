import type { Purpose } from '../../domain/people/consent.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { type Reply, useProblem } from '../account/AskPage.tsx';
import { Section } from '../ui/Section.tsx';
import { ProblemLine, problemProps } from '../ui/TextInput.tsx';

type Given = { id: number; state: string | null; givenAt: string };

function GivenConsents({ given, purpose }: { given: readonly Given[]; purpose: Purpose }) {
  const { t, f } = useSpeech();
  return (
    <ul className="plain told">
      {given.map(({ id, state, givenAt }) => (
        <li key={id}>
          <span>
            {state && <b>{f.country(state)} </b>}
            {t('consents.given', { when: f.moment(givenAt) })}
          </span>
          <form method="post">
            <button className="btn two" type="submit" name="withdraw" value={id}>
              {t('consents.withdraw')}{' '}
              <span className="vh">
                {[t(`consents.${purpose}`), state && f.country(state)].filter(Boolean).join(' ')}
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

/** The field in which the state of a purpose is chosen. */
export const stateField = (purpose: Purpose): string => `${purpose}-state`;

type Sent = { reply: Reply | undefined };

function StateField({ purpose, states, reply }: { purpose: Purpose; states: readonly string[] } & Sent) {
  const { t, f } = useSpeech();
  const options = states.map((code) => ({ code, name: f.country(code) })).sort((a, b) => f.compare(a.name, b.name));
  const field = stateField(purpose);
  const problem = useProblem(reply, field);
  return (
    <p className="field middle">
      <label htmlFor={field}>{t('consents.state')}</label>
      <select id={field} name="state" {...problemProps(field, problem)}>
        <option value="">{t('field.choose')}</option>
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <ProblemLine id={field} problem={problem} />
    </p>
  );
}

/** What one agrees to by one purpose, in plain words; where it stands, since when, and the way out of it. */
export function PurposeSection({
  purpose,
  states,
  given,
  reply,
}: {
  purpose: Purpose;
  /** Among which to choose; null where no state is named. */
  states: readonly string[] | null;
  given: readonly Given[];
} & Sent) {
  const { t, locale } = useSpeech();
  const open = states?.filter((state) => given.every((one) => one.state !== state)) ?? null;
  const nowhere = states?.length === 0;
  const isOver = open ? open.length === 0 : given.length > 0;
  return (
    <Section id={purpose} title={t(`consents.${purpose}`)}>
      <p>{t(`consents.${purpose}.text`)}</p>
      <p className="gap gap-2 muted">{t(given.length > 0 ? 'consents.agreed' : 'consents.notAgreed')}</p>
      {given.length > 0 && <GivenConsents given={given} purpose={purpose} />}
      {nowhere && (
        <p>
          {t('consents.origin.first')} <a href={accountPage(locale, 'profile/nationality')}>{t('ask.nationality')}</a>
        </p>
      )}
      {!isOver && (
        <form method="post" className="stack gap-2" noValidate>
          <input type="hidden" name="purpose" value={purpose} />
          {open && <StateField purpose={purpose} states={open} reply={reply} />}
          <button className="btn two" type="submit">
            {t('consents.agree')} <span className="vh">{t(`consents.${purpose}`)}</span>
          </button>
        </form>
      )}
    </Section>
  );
}
