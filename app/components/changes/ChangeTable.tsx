import { Fragment } from 'react';
import type { Change, Step } from '../../domain/documents/changes.ts';
import type { Rule } from '../../domain/documents/index.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { criterionWords } from '../../i18n/criterion.ts';
import { directionOf } from '../../i18n/locale.ts';
import { RuleInWords } from '../pathway/RuleList.tsx';
import { Say } from '../ui/Say.tsx';
import { partName, ValueInWords } from './ValueInWords.tsx';

function StepName({ step }: { step: Step }) {
  const speech = useSpeech();
  const { t, f } = speech;
  if ('key' in step) return partName(step.key, speech);
  if ('language' in step) return f.language(step.language);
  if ('place' in step) return t('changes.place', { place: step.place });
  if (typeof step.name === 'object') return <Say text={step.name} quiet />;
  return <bdi>{step.name ?? step.entry}</bdi>;
}

/** Where it stands: the part of the document, then the way to it. */
const PathInWords = ({ path }: { path: readonly Step[] }) =>
  path.map((step, at) => (
    <Fragment key={Object.values(step).join()}>
      {at > 0 && ' · '}
      <StepName step={step} />
    </Fragment>
  ));

/** A criterion by what it asks, for its own wording may be the same before and after. */
function RuleCell({ rule }: { rule: Rule | undefined }) {
  const speech = useSpeech();
  if (rule === undefined) return <ValueInWords value={undefined} of="when" />;
  if (!('fact' in rule)) return <RuleInWords rule={rule} sources={[]} />;
  return (
    <>
      {criterionWords(rule, speech)}
      {rule.label && (
        <span className="muted">
          {' · '}
          <Say text={rule.label} quiet />
        </span>
      )}
    </>
  );
}

const lastKey = (path: readonly Step[]): string =>
  path.flatMap((step) => ('key' in step ? [step.key] : [])).at(-1) ?? '';

function Cell({ change, side }: { change: Change; side: 'before' | 'after' }) {
  if (change.kind === 'rule') return <RuleCell rule={change[side]} />;
  const { [side]: value } = change;
  const nothing = change.kind === 'list' && change[side].length === 0;
  const words = <ValueInWords value={nothing ? undefined : value} of={lastKey(change.path)} />;
  const last = change.path.at(-1);
  if (value === undefined || !last || !('language' in last)) return words;
  return (
    <span lang={last.language} dir={directionOf(last.language)}>
      {words}
    </span>
  );
}

const keyOf = ({ path, before, after }: Change): string => JSON.stringify([path, before, after]);

const headings = ({ t }: Speech) => [t('changes.part'), t('changes.before'), t('changes.after')] as const;

/** What changed, part by part: what it said before, and what it says after. */
export function ChangeTable({ changes, caption }: { changes: readonly Change[]; caption: string }) {
  const speech = useSpeech();
  if (changes.length === 0) return <p>{speech.t('changes.none')}</p>;
  const [part, before, after] = headings(speech);
  return (
    <table className="fold changes">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {[part, before, after].map((heading) => (
            <th scope="col" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={keyOf(change)}>
            <th scope="row">
              <PathInWords path={change.path} />
            </th>
            <td data-l={before}>
              <Cell change={change} side="before" />
            </td>
            <td data-l={after}>
              <Cell change={change} side="after" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
