import type { Role } from '../../domain/people/who.ts';
import { useSpeech } from '../../i18n/context.tsx';
import type { MessageId } from '../../i18n/translate.ts';

type Door = readonly [path: string, words: MessageId];

/** Where somebody most likely goes in a role. */
const DOORS: Record<Role, readonly Door[]> = {
  worker: [
    ['/account/profile', 'profile.title'],
    ['/account/matches', 'matches.title'],
    ['/account/answers', 'answers.title'],
    ['/account/alerts', 'alerts.title'],
    ['/account/consents', 'consents.title'],
    ['/account/looks', 'looks.title'],
    ['/check', 'nav.check'],
    ['/pathways', 'nav.pathways'],
    ['/account/following', 'following.title'],
    ['/account/organisation', 'register.title'],
  ],
  employer: [
    ['/employer', 'employer.title'],
    ['/employer/new', 'posting.new'],
    ['/pathways', 'nav.pathways'],
  ],
  'origin-ministry': [
    ['/ministry', 'ministry.title'],
    ['/ministry/workers', 'workers.title'],
    ['/ministry/organisations', 'organisations.title'],
    ['/ministry/tokens', 'tokens.title'],
  ],
  'destination-ministry': [
    ['/ministry', 'ministry.title'],
    ['/ministry/workers', 'workers.title'],
    ['/ministry/organisations', 'organisations.title'],
    ['/ministry/tokens', 'tokens.title'],
    ['/ministry/try', 'try.title'],
  ],
  administrator: [
    ['/administration/officers', 'officers.title'],
    ['/administration/offices', 'offices.title'],
  ],
};

export function Doors({ role }: { role: Role }) {
  const { t, locale } = useSpeech();
  return (
    <ul className="plain told">
      {DOORS[role].map(([path, words]) => (
        <li key={path}>
          <a href={`/${locale}${path}`}>{t(words)}</a>
        </li>
      ))}
    </ul>
  );
}
