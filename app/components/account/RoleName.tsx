import type { Role } from '../../domain/people/who.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** A role in words, with the state and the organisation for which one acts in it. */
export function RoleName({
  role,
  state,
  organisationName,
}: {
  role: Role;
  state?: string | null;
  organisationName?: string | null;
}) {
  const { t, f } = useSpeech();
  return (
    <>
      {t(`role.${role}`)}
      {state && (
        <>
          {t('value.colon')}
          {f.country(state)}
        </>
      )}
      {organisationName && (
        <>
          {' · '}
          <bdi>{organisationName}</bdi>
        </>
      )}
    </>
  );
}
