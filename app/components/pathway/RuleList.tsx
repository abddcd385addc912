import { Fragment, type ReactNode } from 'react';
import type { Criterion, Rule, Source } from '../../domain/documents/index.ts';
import { walkCriteria } from '../../domain/rule/walk.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { criterionWords } from '../../i18n/criterion.ts';
import { Say } from '../ui/Say.tsx';
import { Cite } from '../ui/Source.tsx';

function Words({ criterion }: { criterion: Criterion }) {
  const speech = useSpeech();
  return criterion.label ? <Say text={criterion.label} /> : criterionWords(criterion, speech);
}

type Group = { intro: string; or?: boolean; rules: readonly Rule[] };

const keyOf = (rule: Rule, at: number) => ('id' in rule ? rule.id : at);

/** Rules that belong together, told as people would: «one of these», «none of these». */
function Together({ intro, or, rules, sources }: Group & { sources: readonly Source[] }) {
  const { t } = useSpeech();
  return (
    <>
      {intro}
      <ul className="any">
        {rules.map((rule, at) => (
          <Fragment key={keyOf(rule, at)}>
            {or && at > 0 && <li className="or">{t('rule.or')}</li>}
            <li>
              <RuleInWords rule={rule} sources={sources} />
            </li>
          </Fragment>
        ))}
      </ul>
    </>
  );
}

type Points = Extract<Rule, { points: unknown }>['points'];
type PointsItem = Points['items'][number];

/** The sources of all that items rest on. */
const citesOf = (items: readonly PointsItem[]): string[] => [
  ...new Set(items.flatMap(({ when }) => [...walkCriteria(when)].flatMap(({ criterion }) => criterion.cite ?? []))),
];

function Cites({ items, sources }: { items: readonly PointsItem[]; sources: readonly Source[] }) {
  return citesOf(items).map((cite) => <Cite key={cite} cite={cite} sources={sources} />);
}

/** The one source of several items, told once. */
const SharedCite = (props: { items: readonly PointsItem[]; sources: readonly Source[] }) =>
  citesOf(props.items).length === 1 ? <Cites {...props} /> : null;

function PointsItems({ items, sources }: { items: readonly PointsItem[]; sources: readonly Source[] }) {
  const { t } = useSpeech();
  const shared = citesOf(items).length < 2;
  return (
    <ul className="any">
      {items.map((item) => (
        <li key={item.id}>
          <b>{t('rule.pointsItem', { points: item.points })}</b>{' '}
          {item.label ? <Say text={item.label} /> : <RuleInWords rule={item.when} sources={sources} />}
          {item.label && !shared && <Cites items={[item]} sources={sources} />}
        </li>
      ))}
    </ul>
  );
}

/** Points, those together whose sum has a maximum of its own. */
function PointsTable({
  points: { pass, items, groupMax = {} },
  sources,
}: {
  points: Points;
  sources: readonly Source[];
}) {
  const { t } = useSpeech();
  const capped = ({ group }: PointsItem) => group !== undefined && groupMax[group] !== undefined;
  const free = items.filter((item) => !capped(item));
  return (
    <>
      {t('rule.points', { pass })}
      <SharedCite items={free} sources={sources} />
      {free.length > 0 && <PointsItems items={free} sources={sources} />}
      {Object.entries(groupMax).map(([group, most]) => {
        const members = items.filter((item) => item.group === group);
        return (
          <div key={group} className="when">
            {t('rule.groupMax', { most })}
            <SharedCite items={members} sources={sources} />
            <PointsItems items={members} sources={sources} />
          </div>
        );
      })}
    </>
  );
}

/** The rule that «all of» or «one of» a single rule comes to. */
function onlyOne(rule: Rule): Rule | undefined {
  const rules = 'all' in rule ? rule.all : 'any' in rule ? rule.any : [];
  return rules.length === 1 ? rules[0] : undefined;
}

type Conditional = { when: Rule; then: Rule };

/** «Not A, or B» is how a rule says «if A, then B»: people say the latter. */
function conditional(rule: Rule): Conditional | undefined {
  const [one, other, ...more] = 'any' in rule ? rule.any : [];
  if (!one || !other || more.length > 0) return undefined;
  const [negated, then] = 'none' in one ? [one, other] : [other, one];
  const [when, ...others] = 'none' in negated ? negated.none : [];
  return when && others.length === 0 ? { when, then } : undefined;
}

function IfThen({ when, then, sources }: Conditional & { sources: readonly Source[] }) {
  const { t } = useSpeech();
  return (
    <>
      {t('rule.if')} <RuleInWords rule={when} sources={sources} />
      <div>
        <b>{t('rule.then')}</b> <RuleInWords rule={then} sources={sources} />
      </div>
    </>
  );
}

/** A rule in words, each criterion with its source. */
export function RuleInWords({ rule, sources }: { rule: Rule; sources: readonly Source[] }): ReactNode {
  const { t } = useSpeech();
  const only = onlyOne(rule);
  if (only) return <RuleInWords rule={only} sources={sources} />;
  const condition = conditional(rule);
  if (condition) return <IfThen {...condition} sources={sources} />;
  if ('all' in rule) return <Together intro={t('rule.all')} rules={rule.all} sources={sources} />;
  if ('any' in rule) return <Together intro={t('rule.any')} or rules={rule.any} sources={sources} />;
  if ('none' in rule)
    return <Together intro={t('rule.none', { count: rule.none.length })} rules={rule.none} sources={sources} />;
  if ('atLeast' in rule)
    return <Together intro={t('rule.atLeast', { count: rule.atLeast })} rules={rule.of} sources={sources} />;
  if ('points' in rule) return <PointsTable points={rule.points} sources={sources} />;
  return (
    <>
      <Words criterion={rule} />
      <Cite cite={rule.cite} sources={sources} />
    </>
  );
}

/** The conditions of a pathway as a numbered list; a rule that is not a conjunction is its only item. */
export function RuleList({ rule, sources, first }: { rule: Rule; sources: readonly Source[]; first?: ReactNode }) {
  const rules = 'all' in rule ? rule.all : [rule];
  return (
    <ol className="rules gap-2">
      {first && (
        <li>
          <div>{first}</div>
        </li>
      )}
      {rules.map((inner, at) => (
        <li key={keyOf(inner, at)}>
          <div>
            <RuleInWords rule={inner} sources={sources} />
          </div>
        </li>
      ))}
    </ol>
  );
}
