import type { Proposal } from '../../../db/queries/proposal.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';

export type Listed = Pick<Proposal, 'id' | 'why' | 'preparedAt'> & { name: Proposal['document']['name'] };

/** Proposals, each with the way to it, when it was prepared and why. */
export function ProposalList({ proposals }: { proposals: readonly Listed[] }) {
  const { f, locale } = useSpeech();
  return (
    <ul className="plain told">
      {proposals.map(({ id, name, why, preparedAt }) => (
        <li key={id}>
          <span>
            <a href={`/${locale}/ministry/proposals/${id}`}>
              <Say text={name} quiet />
            </a>
            <br />
            <span className="small muted">
              <bdi>{why}</bdi>
            </span>
          </span>
          <span className="muted">{f.moment(new Date(preparedAt).toISOString())}</span>
        </li>
      ))}
    </ul>
  );
}
