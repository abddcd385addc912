import { useSpeech } from '../../i18n/context.tsx';
import type { ListedToken } from '../../use-cases/people/office-tokens.ts';

type Shown = Omit<ListedToken, 'askedBy'>;

/** How a token stands, since when, and when a program last used it. */
function Standing({ standing, isOwn, askedAt, approvedAt, endedAt, lastUsedOn }: Shown) {
  const { t, f } = useSpeech();
  const since = new Date(endedAt ?? approvedAt ?? askedAt).toISOString();
  const lines = [
    t(`tokens.standing.${standing}`, { when: f.moment(since) }),
    isOwn && t('tokens.own'),
    standing === 'in-use' && (lastUsedOn ? t('tokens.used', { date: f.date(lastUsedOn) }) : t('tokens.unused')),
  ];
  return <span className="small muted">{lines.filter(Boolean).join(' · ')}</span>;
}

/** The tokens of an office, each with what this officer may do with it. */
export function TokenList({ tokens }: { tokens: readonly Shown[] }) {
  const { t } = useSpeech();
  return (
    <ul className="plain told">
      {tokens.map((token) => (
        <li key={token.id}>
          <span>
            <b>
              <bdi>{token.name}</bdi>
            </b>
            <br />
            <Standing {...token} />
          </span>
          {token.acts.length > 0 && (
            <form method="post" className="cluster">
              <input type="hidden" name="id" value={token.id} />
              {token.acts.map((act) => (
                <button
                  className={act === 'end-token' ? 'btn two' : 'btn'}
                  type="submit"
                  name="do"
                  value={act}
                  key={act}
                >
                  {t(act === 'end-token' && token.standing !== 'in-use' ? 'tokens.drop-token' : `tokens.${act}`)}{' '}
                  <span className="vh">{token.name}</span>
                </button>
              ))}
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
