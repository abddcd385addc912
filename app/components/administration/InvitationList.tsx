import type { Role } from '../../domain/people/who.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { RoleName } from '../account/RoleName.tsx';

type Shown = { id: string; email: string; role: Role; state: string | null; until: string; isOver: boolean };

/** Invitations that nobody accepted yet, each to be sent again or taken back. */
export function InvitationList({ invitations }: { invitations: readonly Shown[] }) {
  const { t, f } = useSpeech();
  return (
    <ul className="plain told">
      {invitations.map(({ id, email, role, state, until, isOver }) => (
        <li key={id}>
          <span>
            <b>
              <bdi dir="ltr">{email}</bdi>
            </b>
            <br />
            <span className="small muted">
              <RoleName role={role} state={state} /> ·{' '}
              {t(isOver ? 'invitation.over' : 'invitation.until', { when: f.moment(until) })}
            </span>
          </span>
          <form method="post" className="cluster">
            <input type="hidden" name="id" value={id} />
            <button className="btn two" type="submit" name="do" value="again">
              {t('officers.again')} <span className="vh">{email}</span>
            </button>
            <button className="btn two" type="submit" name="do" value="withdraw">
              {t('officers.withdraw')} <span className="vh">{email}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
