import type { Role } from '../../domain/people/who.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { AskText } from '../account/AskInputs.tsx';
import { RoleName } from '../account/RoleName.tsx';
import { useReply } from '../account/reply.tsx';

type Shown = {
  id: string;
  role: Role;
  state: string | null;
  emails: readonly string[];
  sessions: number;
  grantedAt: string;
  isOwn: boolean;
};

/** What an administrator does to one officer, with the reason, of which the officer is told. */
function StepForm({ id }: { id: string }) {
  const { t } = useSpeech();
  const field = `why-${id}`;
  const isAnswered = useReply()?.problems.some((problem) => problem.field === field);
  return (
    <details open={isAnswered}>
      <summary>{t('office.steps')}</summary>
      <form method="post" className="stack" noValidate>
        <input type="hidden" name="officer" value={id} />
        <AskText name={field} label={t('office.why')} hint={t('office.why.hint')} size="long" />
        <p className="cluster">
          <button className="btn two" type="submit" name="do" value="end-sessions">
            {t('office.end-sessions')}
          </button>
          <button className="btn two" type="submit" name="do" value="remove-officer">
            {t('office.remove-officer')}
          </button>
        </p>
      </form>
    </details>
  );
}

/** The officers of an office, each with the way to sign them out or to take the role away. */
export function OfficerList({ officers }: { officers: readonly Shown[] }) {
  const { t, f } = useSpeech();
  return (
    <ul className="plain told">
      {officers.map(({ id, role, state, emails, sessions, grantedAt, isOwn }) => (
        <li key={id}>
          <span>
            <b>
              <bdi dir="ltr">{emails.join(', ') || t('office.noEmail')}</bdi>
            </b>
            <br />
            <span className="small muted">
              <RoleName role={role} state={state} /> · {t('office.since', { when: f.moment(grantedAt) })} ·{' '}
              {t('office.sessions', { count: sessions })}
            </span>
          </span>
          {isOwn ? <span className="muted">{t('office.you')}</span> : <StepForm id={id} />}
        </li>
      ))}
    </ul>
  );
}
