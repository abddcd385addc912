import type { Purpose } from '../../domain/people/consent.ts';
import { accountPage } from '../../i18n/account-page.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { useProblem } from '../account/reply.tsx';
import { Section } from '../ui/Section.tsx';
import { SelectInput } from '../ui/SelectInput.tsx';

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

function StateField({ purpose, states }: { purpose: Purpose; states: readonly string[] }) {
  const { t, f } = useSpeech();
  const field = stateField(purpose);
  const options = f.countries(states).map(({ code, name }) => ({ value: code, name }));
  return (
    <SelectInput id={field} name="state" label={t('consents.state')} options={options} problem={useProblem(field)} />
  );
}

/** What one agrees to by one purpose, in plain words; where it stands, since when, and the way out of it. */
export function PurposeSection({
  purpose,
  states,
  given,
}: {
  purpose: Purpose;
  /** Among which to choose; null where no state is named. */
  states: readonly string[] | null;
  given: readonly Given[];
}) {
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
          {open && <StateField purpose={purpose} states={open} />}
          <button className="btn two" type="submit">
            {t('consents.agree')} <span className="vh">{t(`consents.${purpose}`)}</span>
          </button>
        </form>
      )}
    </Section>
  );
}
